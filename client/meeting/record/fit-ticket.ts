import type { Person, Segment, Ticket } from '../../../contract/index.ts';
import { formatCount } from '../../format/numbers.ts';
import { MAX_LABEL, MAX_WORDS } from './limits.ts';

/** What no text needs and a file writes with six signs each: controls but tabs and breaks, halves of characters. */
const NEEDLESS = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu;

/** A ticket as a meeting keeps it: the same, unless a text is longer than a meeting's texts may be. */
export function fitTicket(ticket: Ticket): Ticket {
  return {
    ...ticket,
    priority: label(ticket.priority),
    status: label(ticket.status),
    type: label(ticket.type),
    description: words(ticket.description),
    customerName: label(ticket.customerName),
    customerEmail: label(ticket.customerEmail),
    originSegment: segment(ticket.originSegment),
    currentSegment: segment(ticket.currentSegment),
    assignedUser: person(ticket.assignedUser),
  };
}

/** A text that somebody has typed, no longer than it may be. */
export function fitText(text: string, most: number): string {
  const held = text.replace(NEEDLESS, '');
  return held.length <= most ? held : `${begin(held, most - 1)}…`;
}

function label(text: string | null): string | null {
  return text === null ? null : fitText(text, MAX_LABEL);
}

function segment(one: Segment | null): Segment | null {
  return one === null ? null : { ...one, code: label(one.code), name: label(one.name) };
}

function person(one: Person | null): Person | null {
  return one === null ? null : { name: label(one.name), email: label(one.email) };
}

/** Says what is left out: nobody may take the beginning of a letter for all of it. */
function words(text: string | null): string | null {
  if (text === null) return null;
  const held = text.replace(NEEDLESS, '');
  if (held.length <= MAX_WORDS) return held;
  const told = `… [cut here: ${formatCount(held.length)} characters]`;
  return `${begin(held, MAX_WORDS - told.length)}${told}`;
}

/** The first so many characters, and none of them by half. */
function begin(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
