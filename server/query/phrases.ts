import { fold, type SearchTerm, type Ticket, withSingleBlanks } from '../../contract/index.ts';
import { searchedTexts, sharedTexts } from '../snapshot/searched-texts.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { addPosition, hasPosition, makePositionSet, type PositionSet } from './position-set.ts';

type Phrase = Extract<SearchTerm, { readonly text: string }>;

/**
 * Those of the tickets found that have each phrase in one field as it stands, and none of the excluded ones. Each
 * ticket's texts are folded once, whatever the number of phrases.
 */
export function keepPhrases(snapshot: Snapshot, found: PositionSet, phrases: readonly Phrase[]): PositionSet {
  const kept = makePositionSet(snapshot.columns.count);
  for (const [position, ticket] of snapshot.tickets.entries()) {
    if (hasPosition(found, position) === 0) continue;
    const texts = foldedTexts(ticket);
    const holds = ({ text, excluded }: Phrase) => texts.some((field) => field.includes(text)) !== excluded;
    if (phrases.every(holds)) addPosition(kept, position);
  }
  return kept;
}

function foldedTexts(ticket: Ticket): string[] {
  const texts = [String(ticket.id), ...searchedTexts(ticket), ...sharedTexts(ticket)];
  return texts.flatMap((text) => (text === null ? [] : [withSingleBlanks(fold(text))]));
}
