import {
  AGE_BANDS,
  ageInDays,
  type Changes,
  customerLabel,
  endOf,
  FACETS,
  type Facet,
  type Facets,
  type FacetValue,
  fold,
  type Measures,
  NONE,
  type Page,
  PRIORITIES,
  parseSearch,
  personLabel,
  personValue,
  type SortKey,
  type SortTerm,
  STATUSES,
  segmentLabel,
  segmentValue,
  startOf,
  type Ticket,
  type TicketQuery,
} from '../../../contract/index.ts';

/**
 * The public contract word for word and as slowly as it likes: plain filters, sorts and sums over plain
 * tickets. The tests hold the real engine against it.
 */
export class NaiveEngine {
  private readonly tickets: readonly Ticket[];
  private readonly takenAt: number;

  constructor(tickets: readonly Ticket[], takenAt: number) {
    this.tickets = tickets;
    this.takenAt = takenAt;
  }

  list(query: TicketQuery): { tickets: Ticket[]; page: Page; facets: Facets } {
    const matches = this.matches(query);
    const first = (query.page - 1) * query.perPage;
    const total = matches.length;
    const page = {
      number: query.page,
      perPage: query.perPage,
      total,
      pages: Math.ceil(total / query.perPage),
    };
    const facets = Object.fromEntries(FACETS.map((facet) => [facet, this.facet(facet, query)])) as Facets;
    return { tickets: matches.slice(first, first + query.perPage), page, facets };
  }

  matches(query: TicketQuery): Ticket[] {
    return this.tickets.filter((ticket) => this.passes(ticket, query)).sort(byTerms(query));
  }

  changesTo(newer: NaiveEngine, query: TicketQuery): Changes {
    const before = new Map(this.matches(query).map((ticket) => [ticket.id, ticket]));
    const after = new Map(newer.matches(query).map((ticket) => [ticket.id, ticket]));
    const ids = [...after.keys()];
    return {
      added: ids.filter((id) => !before.has(id)).length,
      changed: ids.filter((id) => before.has(id) && before.get(id) !== after.get(id)).length,
      gone: [...before.keys()].filter((id) => !after.has(id)).length,
    };
  }

  measures(query: TicketQuery): Measures {
    const matches = this.matches(query);
    const dates = matches.map(({ issueDate }) => issueDate).filter((date) => date !== null);
    return {
      count: matches.length,
      overdue: matches.filter(({ isOverdue }) => isOverdue).length,
      urgent: matches.filter(({ priority }) => priority === 'CRITICAL' || priority === 'HIGH').length,
      oldest: dates.sort()[0] ?? null,
    };
  }

  private facet(facet: Facet, query: TicketQuery): FacetValue[] {
    const counted = this.tickets.filter((ticket) => this.passes(ticket, query, facet));
    return this.facetValues(facet).map((value) => ({
      value,
      label: this.label(facet, value),
      count: counted.filter((ticket) => this.value(facet, ticket) === value).length,
    }));
  }

  private facetValues(facet: Facet): string[] {
    if (facet === 'overdue') return ['true', 'false'];
    if (facet === 'age') return AGE_BANDS.map((band) => band.value);
    const all = this.tickets.map((ticket) => this.value(facet, ticket)).filter((value) => value !== null);
    const first: readonly string[] = FIRST[facet];
    const distinct = [...new Set(all)];
    const known = first.filter((value) => distinct.includes(value));
    const others = distinct.filter((value) => !known.includes(value));
    const label = (value: string) => this.label(facet, value).toLowerCase();
    return [...known, ...others.sort((a, b) => compare(label(a), label(b)) || compare(a, b))];
  }

  private value(facet: Facet, ticket: Ticket): string | null {
    if (facet === 'overdue') return String(ticket.isOverdue);
    if (facet === 'assignee') return personValue(ticket.assignedUser);
    if (facet === 'segment') return segmentValue(ticket.currentSegment);
    if (facet === 'originSegment') return segmentValue(ticket.originSegment);
    if (facet === 'surveyId') return ticket.surveyId === null ? NONE : String(ticket.surveyId);
    if (facet !== 'age') return ticket[facet];
    if (ticket.issueDate === null) return null;
    const days = ageInDays(Date.parse(ticket.issueDate), this.takenAt);
    return AGE_BANDS.find((band) => days >= band.from && days < band.to)?.value ?? null;
  }

  private label(facet: Facet, value: string): string {
    if (facet === 'overdue') return value === 'true' ? 'Overdue' : 'Not overdue';
    if (facet === 'age') return AGE_LABELS[value] ?? value;
    const newest = this.tickets
      .filter((ticket) => this.value(facet, ticket) === value)
      .reduce((a, b) => (a.id > b.id ? a : b));
    if (facet === 'assignee') return personLabel(newest.assignedUser) ?? 'Unassigned';
    if (facet === 'surveyId') return value === NONE ? 'No survey' : value;
    if (facet === 'segment') return segmentLabel(newest.currentSegment) ?? 'No segment';
    if (facet === 'originSegment') return segmentLabel(newest.originSegment) ?? 'No segment';
    return value;
  }

  private passes(ticket: Ticket, query: TicketQuery, without: Facet | null = null): boolean {
    const facetsPass = FACETS.every((facet) => {
      const wanted = facet === 'overdue' ? overdueWanted(query) : query[facet];
      const value = this.value(facet, ticket);
      const unwanted: readonly string[] = facet === 'overdue' ? [] : query.not[facet];
      const isWanted = value !== null && (wanted as readonly string[]).includes(value);
      const isUnwanted = value !== null && unwanted.includes(value);
      return facet === without || ((wanted.length === 0 || isWanted) && !isUnwanted);
    });
    return (
      facetsPass &&
      isFound(ticket, query.q) &&
      isIssuedWithin(ticket, query, this.takenAt) &&
      (query.ids.length === 0 || query.ids.includes(ticket.id)) &&
      (query.customerOf === null || this.isSameCustomer(ticket, query.customerOf)) &&
      (query.moved === null || query.moved === isMoved(ticket)) &&
      (query.changedSince === null || isChangedSince(ticket, query.changedSince)) &&
      isKept(ticket, query)
    );
  }

  private isSameCustomer(ticket: Ticket, id: number): boolean {
    const other = this.tickets.find((one) => one.id === id);
    if (other === undefined) return false;
    if (ticket === other) return true;
    const [email, otherEmail] = [ticket, other].map(({ customerEmail }) => lowered(customerEmail));
    const [name, otherName] = [ticket, other].map(({ customerName }) => lowered(customerName));
    if (email !== null || otherEmail !== null) return email === otherEmail;
    return name !== null && name === otherName;
  }
}

const FIRST = {
  status: STATUSES,
  priority: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'],
  type: [],
  assignee: [NONE],
  segment: [NONE],
  originSegment: [NONE],
  surveyId: [NONE],
} as const;

const AGE_LABELS: Readonly<Record<string, string>> = {
  '0-1': 'Under 1 day',
  '1-3': '1–3 days',
  '3-7': '3–7 days',
  '7-30': '7–30 days',
  '30-90': '30–90 days',
  '90+': '90 days and more',
};

function overdueWanted(query: TicketQuery): string[] {
  return query.overdue === null ? [] : [String(query.overdue)];
}

function isKept(ticket: Ticket, query: TicketQuery): boolean {
  if (query.deleted === 'include') return true;
  return (ticket.deletedAt !== null) === (query.deleted === 'only');
}

function isIssuedWithin(ticket: Ticket, { issuedFrom, issuedTo }: TicketQuery, takenAt: number): boolean {
  const calendar = { now: takenAt, zone: 'UTC' };
  if (issuedFrom === null && issuedTo === null) return true;
  if (ticket.issueDate === null) return false;
  const issued = Date.parse(ticket.issueDate);
  if (issuedFrom !== null && issued < startOf(issuedFrom, calendar)) return false;
  return issuedTo === null || issued < endOf(issuedTo, calendar);
}

function lowered(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.toLowerCase();
}

function isMoved({ currentSegment, originSegment }: Ticket): boolean {
  return segmentValue(currentSegment) !== segmentValue(originSegment);
}

function isChangedSince({ createdAt, updatedAt }: Ticket, since: string): boolean {
  const dates = [createdAt, updatedAt].filter((date) => date !== null);
  return dates.some((date) => Date.parse(date) >= Date.parse(since));
}

function isFound(ticket: Ticket, q: string): boolean {
  const fields = [
    String(ticket.id),
    ticket.type,
    ticket.description,
    ticket.customerName,
    ticket.customerEmail,
    ticket.assignedUser?.name,
    ticket.assignedUser?.email,
    ticket.originSegment?.name,
    ticket.originSegment?.code,
    ticket.currentSegment?.name,
    ticket.currentSegment?.code,
  ].map((field) => plain(field ?? ''));
  const otherIds = [ticket.surveyId, ticket.responseId, ticket.feedbackId].map(String);
  const search = parseSearch(q);
  if (!search.ok) return true;
  return search.terms.every((term) => {
    if (term.kind === 'ids') return term.ids.includes(ticket.id) !== term.excluded;
    const isOtherId = term.kind === 'word' && otherIds.includes(term.text);
    return (isOtherId || fields.some((field) => field.includes(term.text))) !== term.excluded;
  });
}

/** Folded, with each stretch of white space as one blank. */
function plain(text: string): string {
  return fold(text)
    .replace(/[^\S\ufeff]+/g, ' ')
    .trim();
}

function byTerms({ sort }: TicketQuery): (a: Ticket, b: Ticket) => number {
  return (a, b) =>
    sort.map((term) => compareBy(term, a, b)).find((order) => order !== 0) ?? compare(a.id, b.id);
}

function compareBy({ key, descending }: SortTerm, a: Ticket, b: Ticket): number {
  const left = sortValue(key, a);
  const right = sortValue(key, b);
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return compareParts(left, right) * (descending ? -1 : 1);
}

type Part = string | number;

/** What a key sorts by, its parts in the order of their weight; null when it is missing. */
function sortValue(key: SortKey, ticket: Ticket): Part[] | null {
  switch (key) {
    case 'id':
      return [ticket.id];
    case 'overdue':
      return [ticket.isOverdue ? 1 : 0];
    case 'priority':
      return ticket.priority === null ? null : priorityParts(ticket.priority);
    case 'status':
      return ticket.status === null ? null : statusParts(ticket.status);
    case 'type':
      return textPart(ticket.type);
    case 'customer':
      return textPart(customerLabel(ticket));
    case 'assignee':
      return textPart(personLabel(ticket.assignedUser));
    case 'segment':
      return textPart(segmentLabel(ticket.currentSegment));
    case 'originSegment':
      return textPart(segmentLabel(ticket.originSegment));
    default:
      return ticket[key] === null ? null : [Date.parse(ticket[key])];
  }
}

function priorityParts(priority: string): Part[] {
  const place = (PRIORITIES as readonly string[]).indexOf(priority);
  return place === -1 ? [-1, priority.toLowerCase()] : [place];
}

function statusParts(status: string): Part[] {
  const place = (STATUSES as readonly string[]).indexOf(status);
  return place === -1 ? [STATUSES.length, status.toLowerCase()] : [place];
}

function textPart(text: string | null): Part[] | null {
  return text === null ? null : [text.toLowerCase()];
}

function compareParts(a: readonly Part[], b: readonly Part[]): number {
  return a.map((part, index) => compare(part, b[index] ?? part)).find((order) => order !== 0) ?? 0;
}

function compare(a: Part, b: Part): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
