import {
  DELETED,
  FLAG_KEYS,
  type FlagKey,
  fold,
  isDay,
  isInstant,
  MAX_IDS,
  readTicketId,
} from '../../../contract/index.ts';
import { PRESENTATION } from '../../format/fields.ts';
import { formatCount } from '../../format/numbers.ts';
import { type Filters, NO_FILTERS } from '../change-filters.ts';
import { DATE_PRESETS } from '../date-presets.ts';
import { dayOfFrom, fromDay } from '../issue-days.ts';
import { flagLabel } from '../plain-flags.ts';
import { ISSUED_TAKES, readIssued, writeIssued } from './issued-text.ts';

/** A key of the typed query that is given once. */
export interface SingleKey {
  readonly name: string;
  /** Description of the filter, for people. */
  readonly title: string;
  readonly example: string;
  /** To complete "… takes". */
  readonly takes: string;
  /** Reads the text after the colon; null for what the key does not take. Days are the zone's own. */
  readonly read: (text: string, zone: string) => Partial<Filters> | null;
  /** The text after the colon; null when the filters do not use the key. */
  readonly write: (filters: Filters, zone: string) => string | null;
  /** Writes the opposite of what was read, where there is a way. */
  readonly unlike?: (change: Partial<Filters>) => string;
  /** Whether it is about customers: who may not know them is not offered it. */
  readonly ofCustomers?: true;
  /** Suggestions while it is typed. */
  readonly offers: readonly { readonly text: string; readonly label: string }[];
}

const YES_OR_NO = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

const issued: SingleKey = {
  name: 'issued',
  title: 'When it was issued',
  example: 'issued:2026-02-01..2026-02-28',
  takes: ISSUED_TAKES,
  read: readIssued,
  write: writeIssued,
  offers: DATE_PRESETS.flatMap(({ label, range }) => {
    const text = writeIssued(range, 'UTC');
    return text === null ? [] : [{ text, label }];
  }),
};

const changed: SingleKey = {
  name: 'changed',
  title: 'New or changed since',
  example: 'changed:2026-02-04',
  takes: 'a day like 2026-02-04 or an instant like 2026-02-04T08:59:52Z',
  read: (text, zone) => {
    if (isDay(text)) return { changedSince: fromDay(text, zone) };
    return isInstant(text) ? { changedSince: text } : null;
  },
  write: ({ changedSince }, zone) => {
    if (changedSince === null) return null;
    const day = dayOfFrom(changedSince, { now: 0, zone });
    return isDay(day) && fromDay(day, zone) === changedSince ? day : changedSince;
  },
  offers: [],
};

const id: SingleKey = {
  name: 'id',
  title: 'These tickets alone',
  example: 'id:35637,35638',
  takes: `ticket numbers, at most ${formatCount(MAX_IDS)}`,
  read: (text) => {
    const ids = new Set(text.split(/[,;，；、]/).map(readTicketId));
    return ids.has(null) || ids.size > MAX_IDS ? null : { ids: [...ids].filter((one) => one !== null) };
  },
  write: ({ ids }) => (ids.length === 0 ? null : ids.join(',')),
  unlike: ({ ids = [] }) => `-#${ids.join(', ')}`,
  offers: [],
};

const customer: SingleKey = {
  name: 'customer',
  ofCustomers: true,
  title: 'The same customer as of a ticket',
  example: 'customer:35637',
  takes: 'the number of a ticket of that customer; a name is searched for by itself',
  read: (text) => {
    const customerOf = readTicketId(text);
    return customerOf === null ? null : { customerOf };
  },
  write: ({ customerOf }) => (customerOf === null ? null : String(customerOf)),
  offers: [],
};

const deleted: SingleKey = {
  name: 'deleted',
  title: 'Deleted tickets too',
  example: 'deleted:include',
  takes: 'include, only or exclude',
  read: (text) => {
    const known = DELETED.find((one) => one === fold(text));
    return known === undefined ? null : { deleted: known };
  },
  write: (filters) => (filters.deleted === NO_FILTERS.deleted ? null : filters.deleted),
  offers: [
    { text: 'include', label: 'Deleted ones too' },
    { text: 'only', label: 'Only deleted ones' },
  ],
};

/** In the order in which they are written. */
export const SINGLE_KEYS: readonly SingleKey[] = [
  ...FLAG_KEYS.map(yesOrNo),
  issued,
  changed,
  id,
  customer,
  deleted,
];

function yesOrNo(key: FlagKey): SingleKey {
  return {
    ...PRESENTATION[key].syntax,
    takes: 'yes or no',
    read: (text) => {
      const value = YES_OR_NO.get(fold(text));
      return value === undefined ? null : { [key]: value };
    },
    write: (filters) => (filters[key] === null ? null : filters[key] ? 'yes' : 'no'),
    offers: [
      { text: 'yes', label: flagLabel(key, true) },
      { text: 'no', label: flagLabel(key, false) },
    ],
  };
}
