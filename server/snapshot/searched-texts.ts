import { FIELD_KEYS, type FieldKey, fieldOf, textsReader } from '../../contract/index.ts';

/** Fields that a search looks in: of those whose values the vendor documents, a filter is what finds them. */
const SEARCHED = FIELD_KEYS.filter((key) => fieldOf(key).known === undefined);

/** Whether a field's texts are those that many tickets share, as what is filtered by its values is. */
function isShared(key: FieldKey): boolean {
  return fieldOf(key).filter !== undefined;
}

/** Reads the texts of a ticket that a search looks in, besides its id: those that hardly two tickets share. */
export const searchedTexts = textsReader(SEARCHED.filter((key) => !isShared(key)));

/** Reads the texts that a search looks in and that many tickets share. */
export const sharedTexts = textsReader(SEARCHED.filter(isShared));
