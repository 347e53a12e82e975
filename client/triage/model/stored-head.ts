import * as z from 'zod/mini';
import {
  countSchema,
  MAX_TICKETS,
  type MeetingHead,
  meetingHeadSchema,
} from '../../../contract/meeting/index.ts';
import { type HeadInView, viewStateSchema } from './local-meeting.ts';

const { id, workspace, workspaceName, title, startedAt, endedAt, search, items, namesRemoved } =
  meetingHeadSchema.shape;
const { number, takenAt, whole, loaded, total, matching } = meetingHeadSchema.shape.snapshot.shape;
const item = items.def.element.shape;

/** The form of a head in browsers and in files since the first version: shared state and view in one. */
export const storedHeadSchema = z.object({
  id,
  workspace,
  workspaceName,
  name: title,
  startedAt,
  endedAt,
  search,
  frozen: z.object({
    snapshot: number,
    takenAt,
    whole,
    // Earlier versions had neither.
    loaded: z._default(loaded, null),
    total: z._default(total, null),
    matching,
  }),
  entries: z
    .array(z.object({ id: item.id, carried: item.carriedOver, added: item.added }))
    .check(z.minLength(1), z.maxLength(MAX_TICKETS)),
  current: viewStateSchema.shape.current,
  currentSince: viewStateSchema.shape.currentSince,
  masked: viewStateSchema.shape.masked,
  clock: viewStateSchema.shape.timer,
  namesGone: namesRemoved,
  /** The number of times a window began to present it: writes of earlier terms are refused. Earlier versions had none. */
  term: z._default(countSchema, 0),
  follows: z.nullable(z.object({ id, name: workspaceName })),
});

export type StoredHead = z.infer<typeof storedHeadSchema>;

/** Reads a stored head. */
export function fromStoredHead(stored: StoredHead): HeadInView {
  const { name, frozen, entries, current, currentSince, masked, clock, namesGone, term, follows, ...rest } =
    stored;
  const { snapshot: number, ...data } = frozen;
  const head: MeetingHead = {
    ...rest,
    title: name,
    snapshot: { number, ...data },
    items: entries.map(({ id, carried, added }) => ({ id, carriedOver: carried, added })),
    namesRemoved: namesGone,
    follows: follows === null ? null : { id: follows.id, title: follows.name },
  };
  return { head, view: { current, currentSince, masked, timer: clock } };
}

/** The opposite of {@link fromStoredHead}, for a window of that term. */
export function toStoredHead({ head, view }: HeadInView, term: number): StoredHead {
  const { title: name, snapshot: taken, items: list, namesRemoved: namesGone, follows, ...rest } = head;
  const { number: snapshot, ...data } = taken;
  return {
    ...rest,
    name,
    frozen: { snapshot, ...data },
    entries: list.map(({ id, carriedOver, added }) => ({ id, carried: carriedOver, added })),
    current: view.current,
    currentSince: view.currentSince,
    masked: view.masked,
    clock: view.timer,
    namesGone,
    term,
    follows: follows === null ? null : { id: follows.id, name: follows.title },
  };
}
