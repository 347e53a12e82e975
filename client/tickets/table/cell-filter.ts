import {
  AGE_BANDS,
  ageInDays,
  type Column,
  customerLabel,
  type Facet,
  type Facets,
  MASKED,
  personLabel,
  personValue,
  segmentLabel,
  segmentValue,
  type Ticket,
  type TicketQuery,
} from '../../../contract/index.ts';
import { clearFacet, excludeValue, onlyValue, selectedValues } from '../../filters/change-filters.ts';
import { formatFacetLabel, nameOfAbsent } from '../../format/words.ts';

/** What a cell's value can do to the list; every other filter stays as it is. */
export interface CellFilter {
  /** `Ann Smith`: the value in words. */
  readonly name: string;
  /** The list with this value alone; where that is what it shows already, with any value again. */
  readonly only: Partial<TicketQuery>;
  /** Whether the list shows this value alone already. */
  readonly isOn: boolean;
  /** The list without this value; null where nothing can be kept out by it. */
  readonly not: Partial<TicketQuery> | null;
}

/** What the button is called that shows this value alone, or with any other again. */
export function onlyWords({ name, isOn }: Pick<CellFilter, 'name' | 'isOn'>): string {
  return isOn ? `No longer only ${name}` : `Only ${name}`;
}

/** The columns whose cells filter. */
export const FILTERING: ReadonlySet<Column> = new Set<Column>([
  'overdue',
  'priority',
  'status',
  'age',
  'customer',
  'assignee',
  'segment',
  'originSegment',
  'type',
]);

/**
 * The filter that a ticket's cell offers; null where it has no value to filter by.
 *
 * @param takenAt when the data was taken, in epoch milliseconds, to count ages up to; null when that is unknown
 */
export function cellFilter(
  ticket: Ticket,
  column: Column,
  query: TicketQuery,
  { facets, takenAt }: { readonly facets: Facets; readonly takenAt: number | null },
): CellFilter | null {
  if (column === 'customer') return customerFilter(ticket, query);
  const found = facetValueOf(ticket, column, takenAt);
  if (found === null) return null;
  const { facet, value, label } = found;
  const known = facets[facet].find((one) => one.value === value)?.label;
  const isOn = isAlone(query, facet, value);
  return {
    name: formatFacetLabel(facet, known ?? label ?? nameOfAbsent(facet, value)),
    only: isOn ? clearFacet(query, facet) : onlyValue(query, facet, value),
    isOn,
    // Late and not late are each other's opposite: one button does for both.
    not: facet === 'overdue' ? null : excludeValue(query, facet, value),
  };
}

interface FoundValue {
  readonly facet: Facet;
  readonly value: string;
  readonly label?: string | null;
}

function facetValueOf(ticket: Ticket, column: Column, takenAt: number | null): FoundValue | null {
  switch (column) {
    case 'overdue':
      return { facet: column, value: String(ticket.isOverdue) };
    case 'priority':
    case 'status':
    case 'type': {
      const value = ticket[column];
      return value === null ? null : { facet: column, value };
    }
    case 'age':
      return ageBand(ticket, takenAt);
    case 'assignee': {
      const person = ticket.assignedUser;
      return { facet: column, value: personValue(person), label: personLabel(person) };
    }
    case 'segment': {
      const segment = ticket.currentSegment;
      return { facet: column, value: segmentValue(segment), label: segmentLabel(segment) };
    }
    case 'originSegment': {
      const segment = ticket.originSegment;
      return { facet: column, value: segmentValue(segment), label: segmentLabel(segment) };
    }
    default:
      return null;
  }
}

function ageBand({ issueDate }: Ticket, takenAt: number | null): FoundValue | null {
  if (issueDate === null || takenAt === null) return null;
  const days = ageInDays(Date.parse(issueDate), takenAt);
  const band = AGE_BANDS.find(({ from, to }) => days >= from && days < to);
  return band === undefined ? null : { facet: 'age', value: band.value };
}

/** By the ticket, so that no address holds a customer's e-mail. Nobody can be kept out that way. */
function customerFilter(ticket: Ticket, query: TicketQuery): CellFilter | null {
  const name = customerLabel(ticket);
  if (name === null) return null;
  const isOn = query.customerOf === ticket.id;
  return {
    name: name === MASKED ? 'this customer' : name,
    only: { customerOf: isOn ? null : ticket.id },
    isOn,
    not: null,
  };
}

function isAlone(query: TicketQuery, facet: Facet, value: string): boolean {
  const selected = selectedValues(query, facet);
  return selected.length === 1 && selected[0] === value;
}
