import { type RefObject, useMemo } from 'react';
import type { Command } from '../../commands/command.ts';
import { useCommands } from '../../commands/registry.ts';
import { MARKS } from '../record/meeting.ts';
import { MARK_LOOKS } from './mark-looks.ts';
import type { NoteFields } from './note-bar.tsx';
import type { WalkActions } from './walk-actions.ts';

/** What else a walk's keys do. */
export interface WalkOrders {
  readonly actions: WalkActions;
  readonly fields: NoteFields;
  /** The ticket's words, which the arrows scroll. */
  readonly words: RefObject<HTMLElement | null>;
  /** Tells a screen reader. */
  readonly say: (words: string) => void;
  readonly toggleMask: () => void;
  readonly toggleClock: () => void;
  readonly openRoom: () => void;
  readonly addNewOnes: () => void;
  readonly end: () => void;
}

/** The keys of a walk. Give it the same orders until they change. */
export function useWalkCommands(orders: WalkOrders): void {
  const commands = useMemo(() => commandsOf(orders), [orders]);
  useCommands(commands);
}

function commandsOf({ actions, fields, words, say, ...orders }: WalkOrders): readonly Command[] {
  const command = (group: Command['group'], keys: string, label: string, run: () => void): Command => ({
    id: `walk ${keys}`,
    group,
    keys,
    label,
    run,
  });
  return [
    command('Move', 'ArrowRight', 'Next ticket', () => say(actions.step(1))),
    command('Move', 'ArrowLeft', 'Previous ticket', () => say(actions.step(-1))),
    command('Move', 'Home', 'First ticket', () => say(actions.jump(1))),
    command('Move', 'End', 'Last ticket', () => say(actions.jump(Number.POSITIVE_INFINITY))),
    command('Move', 'ArrowDown', 'Scroll the words down', () => scroll(words.current, 1)),
    command('Move', 'ArrowUp', 'Scroll the words up', () => scroll(words.current, -1)),
    ...MARKS.map((mark) =>
      command('Ticket', MARK_LOOKS[mark].key, MARK_LOOKS[mark].order, () => say(actions.mark(mark))),
    ),
    command('Ticket', 'n', 'Note a decision', () => focusEnd(fields.decision.current)),
    command('Ticket', 'w', 'Note who does it', () => focusEnd(fields.owner.current)),
    command('Ticket', 'u', 'Undo the last mark or note', () => say(actions.undo())),
    command('Meeting', 'm', 'Hide or show customers’ names', orders.toggleMask),
    command('Meeting', 't', 'How long a ticket has been up', orders.toggleClock),
    command('Meeting', 'o', 'Open the room’s window', orders.openRoom),
    command('Meeting', '+', 'Add new tickets at the end', orders.addNewOnes),
    // With Shift: whoever believes to be in a field must not end the meeting by a word.
    command('Meeting', 'E', 'End with minutes', orders.end),
  ];
}

/** About three lines; where the words need no scrolling of their own the page has it. */
function scroll(words: HTMLElement | null, direction: 1 | -1): void {
  const scrolls = words !== null && words.scrollHeight > words.clientHeight;
  (scrolls ? words : window).scrollBy({ top: direction * 130 });
}

function focusEnd(input: HTMLInputElement | null): void {
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}
