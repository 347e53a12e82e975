import {
  AGE_BANDS,
  ageInDays,
  type Changes,
  FACETS,
  type Facet,
  type Facets,
  type FacetValue,
  type Measures,
  NONE,
  type Page,
  personLabel,
  personValue,
  STATUSES,
  segmentLabel,
  segmentValue,
  type Ticket,
  type TicketQuery,
} from '../../../contract/index.ts';
import {
  isChangedSince,
  isFound,
  isIssuedWithin,
  isMoved,
  isSameCustomer,
  matchesDeleted,
} from './naive-filters.ts';
import { byTerms, compare } from './naive-order.ts';

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
      open: matches.filter(({ status }) => status !== 'RESOLVED').length,
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
    const labels = new Map(others.map((value) => [value, this.label(facet, value).toLowerCase()]));
    const label = (value: string) => labels.get(value) ?? '';
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
      const wanted: readonly string[] = facet === 'overdue' ? overdueWanted(query) : query[facet];
      const unwanted: readonly string[] = facet === 'overdue' ? [] : query.not[facet];
      if (facet === without || wanted.length + unwanted.length === 0) return true;
      const value = this.value(facet, ticket);
      if (value === null) return wanted.length === 0;
      return (wanted.length === 0 || wanted.includes(value)) && !unwanted.includes(value);
    });
    return (
      facetsPass &&
      isFound(ticket, query.q) &&
      isIssuedWithin(ticket, query, this.takenAt) &&
      (query.ids.length === 0 || query.ids.includes(ticket.id)) &&
      (query.customerOf === null || isSameCustomer(ticket, query.customerOf, this.tickets)) &&
      (query.moved === null || query.moved === isMoved(ticket)) &&
      (query.changedSince === null || isChangedSince(ticket, query.changedSince)) &&
      matchesDeleted(ticket, query)
    );
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
