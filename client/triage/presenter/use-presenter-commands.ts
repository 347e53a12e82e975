import { type RefObject, useMemo } from 'react';
import { MARKS } from '../../../contract/meeting/index.ts';
import { useSeesCustomers } from '../../account/role.ts';
import type { Command } from '../../commands/command.ts';
import { useCommands } from '../../commands/registry.ts';
import { MARK_STYLES } from '../notes/mark-styles.ts';
import type { NoteFields } from '../notes/note-form.tsx';
import type { PresenterActions } from './presenter-actions.ts';

/** The handlers of the presenter's shortcuts. */
export interface PresenterHandlers {
  readonly actions: PresenterActions;
  readonly fields: NoteFields;
  /** The description's element, which the arrows scroll. */
  readonly cardText: RefObject<HTMLElement | null>;
  /** Tells a screen reader. */
  readonly say: (text: string) => void;
  readonly toggleMask: () => void;
  readonly toggleClock: () => void;
  readonly openAudienceWindow: () => void;
  readonly addNewTickets: () => void;
  readonly askToEnd: () => void;
}

/** Registers the presenter's shortcuts. The handlers must be stable between renders. */
export function usePresenterCommands(handlers: PresenterHandlers): void {
  const seesCustomers = useSeesCustomers();
  const commands = useMemo(() => commandsOf(handlers, seesCustomers), [handlers, seesCustomers]);
  useCommands(commands);
}

function commandsOf(
  { actions, fields, cardText, say, ...handlers }: PresenterHandlers,
  seesCustomers: boolean,
): readonly Command[] {
  const command = (group: Command['group'], keys: string, label: string, run: () => void): Command => ({
    id: `meeting ${keys}`,
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
    command('Move', 'r', 'Next ticket that is not reviewed', () => say(actions.goToOpen())),
    command('Move', 'ArrowDown', 'Scroll the words down', () => scroll(cardText.current, 1)),
    command('Move', 'ArrowUp', 'Scroll the words up', () => scroll(cardText.current, -1)),
    ...MARKS.map((mark) =>
      command('Ticket', MARK_STYLES[mark].key, MARK_STYLES[mark].order, () => say(actions.mark(mark))),
    ),
    command('Ticket', 'n', 'Note a decision', () => focusEnd(fields.decision.current)),
    command('Ticket', 'w', 'Set the owner', () => fields.owner.current?.focus()),
    command('Ticket', 'b', 'Set the due date', () => fields.due.current?.focus()),
    command('Ticket', 'u', 'Undo the last mark or note', () => say(actions.undo())),
    ...(seesCustomers ? [command('Meeting', 'm', 'Hide or show customers’ names', handlers.toggleMask)] : []),
    command('Meeting', 't', 'How long a ticket has been up', handlers.toggleClock),
    command('Meeting', 'o', 'Open the presenter view', handlers.openAudienceWindow),
    command('Meeting', '+', 'Add new tickets at the end', handlers.addNewTickets),
    // With Shift: whoever believes to be in a field must not end the meeting by a word.
    command('Meeting', 'E', 'End & minutes', handlers.askToEnd),
  ];
}

/** About three lines; where the words need no scrolling of their own the page has it. */
function scroll(cardText: HTMLElement | null, direction: 1 | -1): void {
  const scrolls = cardText !== null && cardText.scrollHeight > cardText.clientHeight;
  (scrolls ? cardText : window).scrollBy({ top: direction * 130 });
}

function focusEnd(input: HTMLTextAreaElement | null): void {
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}
