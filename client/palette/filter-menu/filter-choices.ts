import {
  DEFAULT_QUERY,
  type Facet,
  type Facets,
  type FacetValue,
  FILTER_KEYS,
  isFlag,
  type PlainFlag,
  type TicketQuery,
} from '../../../contract/index.ts';
import { excludedValues, excludeValue, selectedValues, toggleValue } from '../../filters/change-filters.ts';
import { DATE_PRESETS } from '../../filters/date-presets.ts';
import { flagLabel, isPlainFlag } from '../../filters/plain-flags.ts';
import { fieldTitle } from '../../format/fields.ts';
import { formatFacetLabel } from '../../format/value-labels.ts';

/** A value of a filter that can be switched on and off, and mostly excluded. */
export interface FilterChoice {
  readonly id: string;
  /** The query key, or the first of them. */
  readonly filter: keyof TicketQuery;
  /** Name of the filter: `Status`. */
  readonly title: string;
  /** Name of the value: `Resolved`. */
  readonly name: string;
  /** Tickets that would be listed with this value alone; null where the list's facets do not count them. */
  readonly count: number | null;
  readonly stateIn: (query: TicketQuery) => ChoiceState;
  readonly toggle: (query: TicketQuery) => Partial<TicketQuery>;
  /** Null where nothing but its opposite could be meant. */
  readonly exclude: ((query: TicketQuery) => Partial<TicketQuery>) | null;
}

/** `Status: Resolved`: a choice by the name in which typed words are looked for. */
export function choiceLabel({ title, name }: FilterChoice): string {
  return `${title}: ${name}`;
}

/** Whether a value is asked for, excluded, or neither. */
export type ChoiceState = 'on' | 'out' | 'any';

/** Values of a facet listed before anything is typed. */
const FIRST_VALUES = 10;

/** Every value of every filter, in the order in which the panel has them. */
export function filterChoices(facets: Facets): readonly FilterChoice[] {
  return [
    ...FILTER_KEYS.flatMap((key) =>
      isPlainFlag(key) ? flagChoices(key) : facets[key].map((value) => facetChoice(key, value)),
    ),
    ...DATE_CHOICES,
    ...DELETED_CHOICES,
  ];
}

/** The choices listed before anything is typed: of a filter with many values those of the most tickets. */
export function firstChoices(choices: readonly FilterChoice[]): readonly FilterChoice[] {
  const filters = [...new Set(choices.map(({ filter }) => filter))];
  return filters.flatMap((filter) => {
    const values = choices.filter((choice) => choice.filter === filter);
    if (values.length <= FIRST_VALUES) return values;
    return values.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0)).slice(0, FIRST_VALUES / 2);
  });
}

function facetChoice(facet: Facet, { value, label, count }: FacetValue): FilterChoice {
  return {
    id: `${facet}=${value}`,
    filter: facet,
    title: fieldTitle(facet),
    name: formatFacetLabel(facet, label),
    count,
    stateIn: (query) => {
      if (excludedValues(query, facet).includes(value)) return 'out';
      return selectedValues(query, facet).includes(value) ? 'on' : 'any';
    },
    toggle: (query) => toggleValue(query, facet, value),
    exclude: isFlag(facet) ? null : (query) => excludeValue(query, facet, value),
  };
}

function flagChoices(key: PlainFlag): readonly FilterChoice[] {
  return [true, false].map((value) =>
    plainChoice(key, fieldTitle(key), flagLabel(key, value), { [key]: value }),
  );
}

const DATE_CHOICES: readonly FilterChoice[] = DATE_PRESETS.filter(
  ({ range }) => range.issuedFrom !== null,
).map(({ label, range }) => plainChoice('issuedFrom', 'Issued', label, range));

const DELETED_CHOICES: readonly FilterChoice[] = [
  plainChoice('deleted', 'Deleted', 'Included', { deleted: 'include' }),
  plainChoice('deleted', 'Deleted', 'Only deleted', { deleted: 'only' }),
];

/** Keys of the query that have certain values, or else their usual ones. */
function plainChoice(
  filter: keyof TicketQuery,
  title: string,
  name: string,
  on: Partial<TicketQuery>,
): FilterChoice {
  const keys = Object.keys(on) as (keyof TicketQuery)[];
  const off = Object.fromEntries(keys.map((key) => [key, DEFAULT_QUERY[key]]));
  const isOn = (query: TicketQuery) => keys.every((key) => query[key] === on[key]);
  return {
    id: `${filter}=${name}`,
    filter,
    title,
    name,
    count: null,
    stateIn: (query) => (isOn(query) ? 'on' : 'any'),
    toggle: (query) => (isOn(query) ? off : on),
    exclude: null,
  };
}
