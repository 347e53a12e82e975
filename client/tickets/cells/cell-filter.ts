import {
  COLUMNS,
  type Column,
  customerLabel,
  FACETS,
  type Facet,
  type Facets,
  fieldOf,
  isFlag,
  labelReader,
  MASKED,
  type Ticket,
  type TicketQuery,
  valueReader,
} from '../../../contract/index.ts';
import { clearFacet, excludeValue, onlyValue, selectedValues } from '../../filters/change-filters.ts';
import { formatFacetLabel, nameOfAbsent } from '../../format/value-labels.ts';

/** Filters that a cell's value offers; every other filter stays as it is. */
export interface CellFilter {
  /** `Ann Smith`: the value in words. */
  readonly name: string;
  /** The list with this value alone; where that is what it shows already, with any value again. */
  readonly only: Partial<TicketQuery>;
  /** Whether the list shows this value alone already. */
  readonly isOn: boolean;
  /** The list without this value; null where it can't be excluded. */
  readonly not: Partial<TicketQuery> | null;
}

/** Label of the button that shows this value alone, or with any other again. */
export function onlyLabel({ name, isOn }: Pick<CellFilter, 'name' | 'isOn'>): string {
  return isOn ? `No longer only ${name}` : `Only ${name}`;
}

/** The columns whose cells filter: those that are facets, and the customer's. */
export const FILTERING: ReadonlySet<Column> = new Set<Column>([...COLUMNS.filter(isFacet), 'customer']);

function isFacet(column: Column): column is Column & Facet {
  return FACETS.some((facet) => facet === column);
}

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
  if (!isFacet(column) || (takenAt === null && fieldOf(column).kind === 'age')) return null;
  const facet = column;
  const value = valueReader(facet)(ticket, takenAt ?? 0);
  if (value === null) return null;
  const label = labelReader(facet)(ticket, takenAt ?? 0);
  const known = facets[facet].find((one) => one.value === value)?.label;
  const isOn = isAlone(query, facet, value);
  return {
    name: formatFacetLabel(facet, known ?? nameOf(facet, value, label)),
    only: isOn ? clearFacet(query, facet) : onlyValue(query, facet, value),
    isOn,
    // Late and not late are each other's opposite: one button does for both.
    not: isFlag(facet) ? null : excludeValue(query, facet, value),
  };
}

/** Name of a ticket's value; those of a closed set have names of their own. */
function nameOf(facet: Facet, value: string, label: string | null): string {
  return fieldOf(facet).values === undefined && label !== null ? label : nameOfAbsent(facet, value);
}

/** By the ticket, so that no address holds a customer's e-mail. No customer can be excluded that way. */
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
