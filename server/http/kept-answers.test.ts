import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SnapshotReader } from '../snapshot/ports.ts';
import { fakeSource, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';
import type { Encoding } from './content-encodings.ts';
import type { AnswerWriter } from './encoded-answer.ts';
import { type AnswerKey, createKeptAnswers } from './kept-answers.ts';

/** A workspace whose snapshots a test drops by hand. */
function droppingWorkspace(id: string) {
  const listeners: Parameters<SnapshotReader['onDrop']>[0][] = [];
  const { onDrop: _, ...source } = fakeSource(id);
  const onDrop: SnapshotReader['onDrop'] = (listener) => {
    listeners.push(listener);
    return () => undefined;
  };
  const drop = (number: number) => {
    for (const listener of listeners) listener(snapshotOf(number, tickets(1, 1)));
  };
  return { workspace: source.workspace, snapshots: { ...source, onDrop }, drop };
}

function keyOf(question: string, parts: Partial<AnswerKey> = {}): AnswerKey {
  return { workspace: 'w', snapshot: 7, question, encoding: 'br', rest: [], ...parts };
}

const writeLong: AnswerWriter = (json) => json.addText('words '.repeat(30_000));
const neverMade = () => {
  throw new Error('it is kept');
};

test('what is kept is made once, whoever asks for it', () => {
  const answers = createKeptAnswers([], { keptAnswerBytes: 1e6 });
  const first = answers.take(keyOf('a'), writeLong);
  expect(answers.take(keyOf('a'), neverMade)).toBe(first);
  expect(answers.figures()).toMatchObject({ hits: 1, misses: 1 });
});

test.each([
  ['question', { question: 'b' }],
  ['workspace', { workspace: 'v' }],
  ['snapshot', { snapshot: 8 }],
  ['encoding', { encoding: 'gzip' as const }],
  ['state or principal', { rest: ['viewer'] }],
])('another %s is another answer', (_, parts) => {
  const answers = createKeptAnswers([], { keptAnswerBytes: 1e6 });
  answers.take(keyOf('a'), writeLong);
  const other = answers.take(keyOf('a', parts), writeLong);
  const { tag, ...first } = answers.take(keyOf('a'), neverMade);
  expect(other).not.toMatchObject(first);
  // It says the same in every encoding.
  expect(other.tag === tag).toBe('encoding' in parts);
});

test('no two keys run into each other', () => {
  const part = fc.constantFrom('', 'a', '/', 'a/7/', ' ', '" ', '[] ', '%2F');
  const key = fc.record({
    workspace: part,
    snapshot: fc.constantFrom(7, 77),
    question: part.map((one) => `/${one}`),
    encoding: fc.constantFrom<Encoding>('br', 'gzip'),
    rest: fc.array(part, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(key, key, (one, other) => {
      const answers = createKeptAnswers([], { keptAnswerBytes: 1e6 });
      const made = answers.take(one, writeLong);
      const second = answers.take(other, writeLong);
      expect(second === made).toBe(JSON.stringify(one) === JSON.stringify(other));
      const [said, otherSaid] = [one, other].map((all) => JSON.stringify({ ...all, encoding: null }));
      expect(second.tag === made.tag).toBe(said === otherSaid);
    }),
  );
});

test('what another process answered may be another answer', () => {
  const [one, other] = [1, 2].map(() => createKeptAnswers([], { keptAnswerBytes: 1e6 }));
  expect(one?.take(keyOf('a'), writeLong).tag).not.toBe(other?.take(keyOf('a'), writeLong).tag);
});

test('with its snapshot an answer is dropped, and no other is', async () => {
  const workspace = droppingWorkspace('w');
  const answers = createKeptAnswers([workspace, droppingWorkspace('v')], { keptAnswerBytes: 1e6 });
  const others = [keyOf('a', { snapshot: 77 }), keyOf('a', { workspace: 'v' })];
  for (const key of others) answers.take(key, writeLong);
  const { bytes } = answers.figures();
  const dropped = answers.take(keyOf('a'), writeLong);
  workspace.drop(7);
  expect(answers.figures().bytes).toBe(bytes);
  for (const key of others) answers.take(key, neverMade);
  // Somebody still waits for it, and that must not bring it back.
  expect((await dropped.body()).encoding).toBe('br');
  expect(answers.figures().bytes).toBe(bytes);
});

test('whatever is asked, no more is kept than may be', async () => {
  const question = fc.record({
    name: fc.integer({ min: 0, max: 40 }).map((one) => `/${one}${'x'.repeat((one % 5) * 500)}`),
    encoding: fc.constantFrom<Encoding>('br', 'gzip', 'identity'),
    waits: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(question, { maxLength: 60 }), async (questions) => {
      const keptAnswerBytes = 400_000;
      const answers = createKeptAnswers([], { keptAnswerBytes });
      const taken = new Map<object, number>();
      const underWay: unknown[] = [];
      for (const { name, encoding, waits } of questions) {
        const answer = answers.take(keyOf(name, { encoding }), (json) => json.addText(name.repeat(70)));
        taken.set(answer, answer.size());
        const body = answer.body();
        if (waits) await body;
        else underWay.push(body);
        expect(answers.figures().bytes).toBeLessThanOrEqual(keptAnswerBytes);
      }
      await Promise.all(underWay);
      const { bytes } = answers.figures();
      expect(bytes).toBeLessThanOrEqual(keptAnswerBytes);
      // What is counted is what the answers weigh that are still kept, as they are encoded by now.
      const kept = [...taken.keys()].filter((one) =>
        questions.some((question) => isKept(answers, question, one)),
      ) as { size(): number }[];
      const bodies = kept.reduce((sum, one) => sum + one.size(), 0);
      expect(bytes).toBeGreaterThanOrEqual(bodies);
    }),
    { numRuns: 30 },
  );
});

/** Whether that very answer is still kept under that name; makes none. */
function isKept(
  answers: ReturnType<typeof createKeptAnswers>,
  { name, encoding }: { readonly name: string; readonly encoding: Encoding },
  answer: object,
): boolean {
  try {
    return answers.take(keyOf(name, { encoding }), neverMade) === answer;
  } catch {
    return false;
  }
}
