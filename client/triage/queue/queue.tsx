import { type KeyboardEvent, memo, type RefObject, useEffect, useRef } from 'react';
import type { Ticket } from '../../../contract/index.ts';
import type { Mark, MeetingItem, Note } from '../../../contract/meeting/index.ts';
import { useSeesCustomers } from '../../account/role.ts';
import { oneLine } from '../../format/one-line.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import { carriedOverLabel } from '../model/carried-over-label.ts';
import styles from './queue.module.css';
import { QueueFacts } from './queue-facts.tsx';

/** The length of the description's excerpt in a row, in characters. */
const EXCERPT_LENGTH = 100;

interface QueueProps {
  readonly items: readonly MeetingItem[];
  readonly current: number;
  /** The tickets to show besides the current one; null for all. */
  readonly shown: ReadonlySet<number> | null;
  /** As they may be shown. */
  readonly tickets: ReadonlyMap<number, Ticket>;
  readonly notes: ReadonlyMap<number, Note>;
  /** The tickets that are no longer as they were. */
  readonly changed: ReadonlySet<number>;
  readonly onGo: (ticket: number) => void;
  /** Called before the arrow keys go to a ticket, so that the focus stays in the queue. */
  readonly onKeepFocus: (ticket: number) => void;
}

/** The list of all tickets in order, with the mark of each; arrow keys move through it. */
export function Queue({ items, current, shown, tickets, notes, changed, onGo, onKeepFocus }: QueueProps) {
  const list = useRef<HTMLOListElement>(null);
  const currentRow = useRef<HTMLButtonElement>(null);
  const whole = usePrinting();
  const rows = items
    .map((item, index) => ({ ...item, place: index + 1 }))
    .filter(({ id }) => shown === null || id === current || shown.has(id));
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another ticket another row is the current one
  useEffect(() => {
    const row = currentRow.current;
    if (row === null || list.current === null) return;
    // On a narrow screen the list stands below the ticket, and the page stays at the ticket.
    scrollWithin(list.current, row);
    if (list.current.contains(document.activeElement)) row.focus({ preventScroll: true });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const place = rows.findIndex(({ id }) => id === current);
    const next = rows[place + step];
    if (next === undefined) return;
    onKeepFocus(next.id);
    onGo(next.id);
  };

  return (
    <ol ref={list} className={styles.list} onKeyDown={onKeyDown}>
      {rows.map(({ id, carriedOver, place }) => {
        const ticket = tickets.get(id);
        return (
          ticket && (
            <QueueRow
              key={id}
              place={place}
              ticket={ticket}
              carriedOver={carriedOver}
              mark={notes.get(id)?.mark ?? null}
              changed={changed.has(id)}
              up={id === current}
              currentRow={currentRow}
              whole={whole}
              onGo={onGo}
            />
          )
        );
      })}
    </ol>
  );
}

interface QueueRowProps {
  readonly place: number;
  readonly ticket: Ticket;
  readonly carriedOver: number;
  readonly mark: Mark | null;
  readonly changed: boolean;
  readonly up: boolean;
  readonly currentRow: RefObject<HTMLButtonElement | null>;
  /** Whether its words are wanted to their end, as on paper. */
  readonly whole: boolean;
  readonly onGo: (ticket: number) => void;
}

/** Memoised, since there may be hundreds: a row renders again only when its own ticket changes. */
const QueueRow = memo(function QueueRow({
  place,
  ticket,
  carriedOver,
  mark,
  changed,
  up,
  currentRow,
  whole,
  onGo,
}: QueueRowProps) {
  const seesCustomers = useSeesCustomers();
  return (
    <li className={styles.row}>
      <button
        ref={up ? currentRow : null}
        type="button"
        className={styles.button}
        data-ticket={ticket.id}
        data-mark={mark ?? undefined}
        aria-current={up ? 'step' : undefined}
        // One stop for the Tab key in the whole list.
        tabIndex={up ? 0 : -1}
        onClick={() => onGo(ticket.id)}
      >
        <span className={styles.place}>{place}</span>
        <QueueFacts ticket={ticket} mark={mark} changed={changed} />
        <span className={styles.words} dir="auto">
          {carriedOver > 0 && <em className={styles.carriedOver}>{carriedOverLabel(carriedOver)} · </em>}
          {(whole ? ticket.description : oneLine(ticket.description ?? '', EXCERPT_LENGTH)) ||
            (seesCustomers && 'No description')}
        </span>
      </button>
    </li>
  );
});

function scrollWithin(list: HTMLElement, row: HTMLElement): void {
  if (list.scrollHeight <= list.clientHeight) return;
  const { top, bottom } = row.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  const margin = row.offsetHeight;
  if (top < frame.top + margin) list.scrollTop -= frame.top + margin - top;
  else if (bottom > frame.bottom - margin) list.scrollTop += bottom - (frame.bottom - margin);
}
