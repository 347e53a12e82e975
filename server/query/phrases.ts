import { fold, type Ticket, withSingleBlanks } from '../../contract/index.ts';
import { searchedTexts, sharedTexts } from '../snapshot/searched-texts.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { addPosition, hasPosition, makePositionSet, type PositionSet } from './position-set.ts';

/** A phrase that tickets must have, or must not, with those that have all of its words: no others can have it. */
export interface SoughtPhrase {
  readonly text: string;
  readonly excluded: boolean;
  readonly candidates: PositionSet;
}

/**
 * Those of the tickets found that have each phrase in one field as it stands, and none of the excluded ones. Each
 * ticket's texts are folded at most once, whatever the number of phrases.
 */
export function keepPhrases(
  snapshot: Snapshot,
  found: PositionSet,
  phrases: readonly SoughtPhrase[],
): PositionSet {
  const matching = makePositionSet(snapshot.columns.count);
  for (const [position, ticket] of snapshot.tickets.entries()) {
    if (hasPosition(found, position) === 0) continue;
    const possible = phrases.filter(({ candidates }) => hasPosition(candidates, position) === 1);
    if (possible.length === 0 || holdsAll(ticket, possible)) addPosition(matching, position);
  }
  return matching;
}

function holdsAll(ticket: Ticket, phrases: readonly SoughtPhrase[]): boolean {
  const texts = foldedTexts(ticket);
  return phrases.every(({ text, excluded }) => texts.some((field) => field.includes(text)) !== excluded);
}

function foldedTexts(ticket: Ticket): string[] {
  const texts = [String(ticket.id), ...searchedTexts(ticket), ...sharedTexts(ticket)];
  return texts.flatMap((text) => (text === null ? [] : [withSingleBlanks(fold(text))]));
}
