import fc from 'fast-check';
import { DAY_MS, parseSearch, type Ticket } from '../../../contract/index.ts';
import { codePoint } from '../../../contract/testing/code-point.ts';
import { TAKEN_AT } from './make-snapshot.ts';

/** Few values, so that they collide; odd ones, so that nothing is taken for granted. */
const ISO = (days: number) => new Date(TAKEN_AT - days * DAY_MS).toISOString();
const DATES = [0, 0.5, 1, 2.9999, 3, 7, 29.5, 30, 90, 400, -0.5, -1, -3].map(ISO);
const NAMES = ['Ann', 'ann', 'Émile', 'EMILE', 'İpek', 'ΟΔΟΣ', 'Bo 😀 Li', 'none', '', ' ', 'z'];
export const EMAILS = ['ann@x.org', 'ANN@x.org', 'b@x.org', 'none', ''];
export const STATUS_VALUES = ['NEW', 'OPEN', 'ESCALATED', 'RESOLVED', 'new', 'On hold', 'archived', ''];
export const PRIORITY_VALUES = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL', 'high', 'Urgent', 'blocker', ''];
export const TYPE_VALUES = ['MANUAL TICKET', 'Manual ticket', 'DETRACTOR ALERT', 'Ärger', 'none', ''];
export const CODES = ['S1', 's1', 'CS', 'none', ''];
const WORDS = [
  'Straße',
  'STRASSE',
  'e\u0301clair',
  'éclair',
  'a\tb',
  '<b>bold</b>',
  '\u202Eevil',
  '=1+1',
  '12',
  'ﬁn',
  '\u0301',
  'Å',
  'Łódź',
  'ﾃｽﾄ',
  'a – b',
];

const date = fc.option(fc.constantFrom(...DATES), { freq: 5 });
const name = fc.option(fc.constantFrom(...NAMES), { freq: 5 });
const email = fc.option(fc.constantFrom(...EMAILS), { freq: 5 });
const segment = fc.option(
  fc.record({ id: fc.option(fc.nat(2)), code: fc.option(fc.constantFrom(...CODES), { freq: 3 }), name }),
  { freq: 5 },
);

/** Texts of a few words, or of any code points at all, lone surrogates and combining marks included. */
const description = fc.option(
  fc.oneof(
    fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join(' ')),
    fc.string({ unit: codePoint, maxLength: 12 }),
  ),
  { freq: 8 },
);

const otherId = fc.option(fc.constantFrom(12, 1, 35_637), { freq: 2 });

const arbitraryTicket: fc.Arbitrary<Ticket> = fc.record({
  id: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 101_001_685_000, max: 101_001_685_100 })),
  createdAt: date,
  updatedAt: date,
  deletedAt: fc.option(fc.constantFrom(...DATES), { freq: 2 }),
  feedbackId: otherId,
  surveyId: otherId,
  responseId: otherId,
  priority: fc.option(fc.constantFrom(...PRIORITY_VALUES), { freq: 8 }),
  status: fc.option(fc.constantFrom(...STATUS_VALUES), { freq: 8 }),
  type: fc.option(fc.constantFrom(...TYPE_VALUES), { freq: 8 }),
  description,
  issueDate: date,
  isOverdue: fc.boolean(),
  customerName: name,
  customerEmail: email,
  originSegment: segment,
  currentSegment: segment,
  assignedUser: fc.option(fc.record({ name, email }), { freq: 5 }),
});

/** Up to 60 tickets, distinct by id, in any order. */
export const arbitraryTickets = fc.uniqueArray(arbitraryTicket, {
  maxLength: 60,
  size: 'large',
  selector: (ticket) => ticket.id,
});

/** Search texts: words that the tickets have, parts of them, and anything else. */
export const arbitrarySearch = fc
  .oneof(
    { weight: 3, arbitrary: fc.constant('') },
    fc
      .array(fc.constantFrom(...WORDS, ...NAMES, ...EMAILS, ...CODES), { maxLength: 2 })
      .map((w) => w.join(' ')),
    fc
      .tuple(
        fc.constantFrom('', '-'),
        fc.array(fc.constantFrom(...WORDS, ...NAMES), { minLength: 1, maxLength: 2 }),
      )
      .map(([minus, words]) => `${minus}"${words.join('  ')}"`),
    fc.constantFrom(
      '-a',
      '-"a b"',
      '#12',
      'ticket 7',
      '3, 12; 40',
      '-#12',
      '12',
      '35637',
      'manual',
      'lodz',
      'テスト',
      '"a-b"',
    ),
    fc.constantFrom('1', '0100168', 'a', 'x.org ann', 'ss', 'e', '\u00a0a\u2003', 'b@'),
    fc.string({ unit: codePoint, maxLength: 3 }),
  )
  .filter((q) => parseSearch(q).ok);
