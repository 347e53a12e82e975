import { CHOICE_KEYS, type ChoiceKey } from '../../../contract/index.ts';
import { PRESENTATION } from '../../format/fields.ts';

/** A key of the typed query that takes several values, to have or with a minus not to have. */
interface QueryChoice {
  readonly name: string;
  readonly key: ChoiceKey;
  /** Description of the filter, for people. */
  readonly title: string;
  readonly example: string;
}

/** In the order in which they are written. */
export const QUERY_CHOICES: readonly QueryChoice[] = CHOICE_KEYS.map((key) => ({
  key,
  ...PRESENTATION[key].syntax,
}));
