import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, MASKED, maskTicket, type Ticket } from './index.ts';
import { codePoint } from './testing/code-point.ts';
import { countWork } from './testing/count-work.ts';

function masked(parts: Partial<Ticket>): Ticket {
  const ticket = { customerName: null, customerEmail: null, description: null, ...parts };
  return maskTicket(ticket as Ticket);
}

test('a customer’s name and e-mail are hidden, and what is missing stays missing', () => {
  const { customerName, customerEmail } = masked({ customerName: 'Ann Müller', customerEmail: null });
  expect(customerName).toBe(MASKED);
  expect(customerEmail).toBeNull();
});

test.each([
  ['Call Ann Müller at ann.mueller@example.co.uk', 'Ann Müller', `Call ${MASKED} ${MASKED} at ${MASKED}`],
  ['MÜLLER complains, Müllerstrasse is closed', 'Ann Müller', `${MASKED} complains, Müllerstrasse is closed`],
  ['Bo is too short a word to hide', 'Bo Li', 'Bo is too short a word to hide'],
  ['But Bo Li called, and LI, BO again', 'Bo Li', `But ${MASKED} called, and ${MASKED} again`],
  ['Anne-Marie called', 'Anne-Marie Li', `${MASKED} called`],
  ['Anne called', 'Anne-Marie Li', `${MASKED} called`],
  ['Müller’s order, Müllers lamp', 'Müller', `${MASKED} order, ${MASKED} lamp`],
  ['MULLER, Mueller and Mu\u0308ller', 'Ann Müller', `${MASKED}, ${MASKED} and ${MASKED}`],
  ['M\u200Büller hides', 'Müller', `${MASKED} hides`],
  ["O’Brien and O'BRIEN", 'O\'Brien, "Bobby"; Jr.', `${MASKED} and ${MASKED}`],
  ['Smith called', 'Smith, Ann', `${MASKED} called`],
  [
    'OBrien, JeanLuc and annaschmidt called',
    "O'Brien Jean-Luc",
    `${MASKED}, ${MASKED} and annaschmidt called`,
  ],
  ['@annaschmidt and anna1 called', 'Anna Schmidt', `@${MASKED} and ${MASKED} called`],
  ['Mr Ng called', 'Ng', `Mr ${MASKED} called`],
  ['Bjoern and Soeren Aangstrom', 'Bjørn Søren Ångstrom', `${MASKED} and ${MASKED} ${MASKED}`],
  ['小明打电话', '王小明', `${MASKED}打电话`],
  ['(a+b) is a name, too', 'x (a+b)', `${MASKED} is a name, too`],
  ['山田太郎さんから', '山田太郎', `${MASKED}さんから`],
  ['Annaさんから', 'Anna', `${MASKED}さんから`],
  ['김철수가 전화', '김철수', `${MASKED}가 전화`],
  ['שלום ליוסף', 'יוסף', `שלום ל${MASKED}`],
  ['Write to x@y.org, please', null, `Write to ${MASKED}, please`],
  ['o’brien@y.org, z@localhost, ?mail=x%40y.org', null, `${MASKED}, ${MASKED}, ?mail=${MASKED}`],
  ['ann.m (at) example.com or ann[at]example.com', null, `${MASKED} or ${MASKED}`],
])('in “%s” of %s they are hidden too', (description, customerName, expected) => {
  expect(masked({ description, customerName }).description).toBe(expected);
});

test('an e-mail tells a name: it is hidden where no name is given', () => {
  const ticket = masked({
    description: 'Ann Müller, ann.mueller7 at example.com; the case of Bob',
    customerEmail: 'ann.mueller7@example.com',
  });
  expect(ticket.description).toBe(`${MASKED} ${MASKED}, ${MASKED} at example.com; the case of Bob`);
  const handle = masked({ description: 'johndoe wrote', customerEmail: 'john.doe@example.com' });
  expect(handle.description).toBe(`${MASKED} wrote`);
  const numbered = masked({ description: 'Case closed: case-77', customerEmail: 'case-77@example.com' });
  expect(numbered.description).toBe(`Case closed: ${MASKED}`);
});

test('whatever a customer is called, the name is hidden where it stands as a word', () => {
  const unseen = (text: string) => [...text].filter((character) => fold(character) !== '').join('');
  const name = fc
    .string({ unit: codePoint, minLength: 3, maxLength: 12 })
    .filter((text) => /^[^\s@]+$/.test(text) && !/\s/.test(fold(text)) && [...fold(text)].length >= 3);
  fc.assert(
    fc.property(name, (customerName) => {
      const { description } = masked({ description: `before ${customerName} after`, customerName });
      expect(unseen(description ?? '')).toBe(`before ${MASKED} after`);
    }),
  );
}, 60_000);

test('a very long word without an e-mail is searched in no time that matters', () => {
  const description = 'a.'.repeat(100_000);
  expect(masked({ description, customerName: 'Ann Müller' }).description).toBe(description);
});

test('a thousand odd names by odd texts: nothing fails, the work is bounded, and what is hidden is hidden', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'Ann',
      "O'Brien",
      'de la',
      'Ł',
      'ß',
      '山田',
      'يوسف',
      '\u0903',
      '🦄',
      '((',
      "'s",
      '@',
      '\u202e',
      '\0',
    ),
    fc.string({ unit: codePoint, maxLength: 6 }),
  );
  const odd = fc
    .array(part, { maxLength: 8 })
    .chain((parts) => fc.constantFrom(' ', '', ', ', '\n', '-').map((between) => parts.join(between)));
  fc.assert(
    fc.property(odd, odd, odd, (name, before, after) => {
      const description = `${before} ${name} ${after} a.b@c.org`;
      const parts = { customerName: name, customerEmail: `${name}@c.org`, description };
      const steps = countWork(() => masked(parts));
      expect(steps).toBeLessThan(2_000 + 150 * (description.length + name.length));
      expect(masked(parts).description).not.toContain('a.b@c.org');
    }),
    { numRuns: 1_000, seed: 11 },
  );
});
