import type { ChoiceKey } from '../../../contract/index.ts';

/** A key of the typed query that takes several values, to have or with a minus not to have. */
interface TypedChoice {
  readonly name: string;
  readonly key: ChoiceKey;
  /** What it filters by, for people. */
  readonly title: string;
  readonly example: string;
}

/** In the order in which they are written. */
export const TYPED_CHOICES: readonly TypedChoice[] = [
  { name: 'status', key: 'status', title: 'Where it stands', example: 'status:new' },
  { name: 'priority', key: 'priority', title: 'How urgent it is', example: 'priority:critical' },
  { name: 'age', key: 'age', title: 'Days since it was issued', example: 'age:30-90,90+' },
  { name: 'assignee', key: 'assignee', title: 'Who has it, by name or e-mail', example: '-assignee:none' },
  { name: 'segment', key: 'segment', title: 'Where it is now', example: 'segment:none' },
  { name: 'origin', key: 'originSegment', title: 'Where it began', example: 'origin:none' },
  { name: 'type', key: 'type', title: 'What kind of ticket', example: '-type:"MANUAL TICKET"' },
];
