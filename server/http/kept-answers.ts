import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ServedWorkspace } from '../snapshot/ports.ts';
import type { Encoding } from './content-encodings.ts';
import { type AnswerWriter, type EncodedAnswer, encodeAnswer } from './encoded-answer.ts';
import { weakTag } from './entity-tag.ts';
import type { Limits } from './limits.ts';

/** All that an answer depends on: two with the same key are the same answer. */
export interface AnswerKey {
  readonly workspace: string;
  /** The number of the snapshot that it is read from. */
  readonly snapshot: number;
  /** The route and the query as they were asked. */
  readonly question: string;
  /** The encoding that the client takes: most take the same. */
  readonly encoding: Encoding;
  /** All else that it depends on: the state of the data, what the principal may see. Compared as JSON. */
  readonly rest: readonly unknown[];
}

/** Answers kept as they were encoded, so that fifty people who ask the same cost one of them. */
export interface KeptAnswers {
  /** The answer of that key: the one that is kept, else a new one of the JSON that `write` writes. */
  take(key: AnswerKey, write: AnswerWriter): EncodedAnswer;
  /** Figures of what is kept, and how often it has served. */
  figures(): { readonly bytes: number; readonly hits: number; readonly misses: number };
}

/** Bytes that an answer takes besides its body and its key: objects, promises, its place among the others. */
const OVERHEAD = 2_048;

/** Keeps the answers used last, until their snapshot is dropped. */
export function createKeptAnswers(
  workspaces: readonly Pick<ServedWorkspace, 'workspace' | 'snapshots'>[],
  { keptAnswerBytes }: Pick<Limits, 'keptAnswerBytes'>,
): KeptAnswers {
  const answers = new LRUCache<string, EncodedAnswer>({
    maxSize: keptAnswerBytes,
    sizeCalculation: (answer, key) => answer.size() + 2 * key.length + OVERHEAD,
  });
  // Another process may know other answers by the same keys.
  const instance = randomUUID();
  let hits = 0;
  let misses = 0;

  function drop(prefix: string): void {
    for (const key of [...answers.keys()]) if (key.startsWith(prefix)) answers.delete(key);
  }

  for (const { workspace, snapshots } of workspaces) {
    snapshots.onDrop(({ number }) => drop(prefixOf(workspace.id, number)));
  }

  return {
    take({ workspace, snapshot, question, encoding, rest }, write) {
      const prefix = prefixOf(workspace, snapshot);
      const asked = `${JSON.stringify(rest)} ${question}`;
      const key = `${prefix}${encoding} ${asked}`;
      const kept = answers.get(key);
      if (kept !== undefined) {
        hits++;
        return kept;
      }
      misses++;
      // The same key is the same answer, so its tag needs no look at what it says.
      const tag = weakTag(`${instance} ${prefix}${asked}`);
      const onMade = () => {
        // It may have left meanwhile, and must not come back: only one that is still there is weighed anew, for which
        // the library must have it anew.
        if (answers.peek(key) !== answer) return;
        answers.delete(key);
        answers.set(key, answer);
      };
      const answer = encodeAnswer({ tag, accepted: encoding, write, onMade });
      answers.set(key, answer);
      return answer;
    },
    figures: () => ({ bytes: answers.calculatedSize, hits, misses }),
  };
}

/** Ids have no slash that is not encoded. */
function prefixOf(workspace: string, snapshot: number): string {
  return `${encodeURIComponent(workspace)}/${snapshot}/`;
}
