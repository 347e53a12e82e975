import type { Person, Segment, Ticket } from '../index.ts';
import { MAX_DESCRIPTION, MAX_LABEL } from './limits.ts';

/** Characters that no text needs and a file escapes with six each: controls but tabs and breaks, lone surrogates. */
const NEEDLESS = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu;

/** A ticket as a meeting keeps it: the same, unless a text is longer than a meeting's texts may be. */
export function truncateTicket(ticket: Ticket): Ticket {
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
export function truncateText(text: string, most: number): string {
  const held = text.replace(NEEDLESS, '');
  return held.length <= most ? held : `${begin(held, most - 1)}…`;
}

function label(text: string | null): string | null {
  return text === null ? null : truncateText(text, MAX_LABEL);
}

function segment(one: Segment | null): Segment | null {
  return one === null ? null : { ...one, code: label(one.code), name: label(one.name) };
}

function person(one: Person | null): Person | null {
  return one === null ? null : { name: label(one.name), email: label(one.email) };
}

/** Truncates a description and says so: nobody may take the beginning of a letter for all of it. */
function words(text: string | null): string | null {
  if (text === null) return null;
  const held = text.replace(NEEDLESS, '');
  if (held.length <= MAX_DESCRIPTION) return held;
  const told = `… [cut here: ${held.length.toLocaleString('en')} characters]`;
  return `${begin(held, MAX_DESCRIPTION - told.length)}${told}`;
}

/** The first so many characters, and none of them by half. */
function begin(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
