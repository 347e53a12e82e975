import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { type MeetingHead, progressOf } from '../../../contract/meeting/index.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { useSettings } from '../../settings/settings.ts';
import { showToast, type Toast } from '../../ui/toasts.ts';
import { meetingAddress } from '../layout/meeting-address.ts';
import type { LiveMeeting } from '../live/use-live-state.ts';
import type { MeetingSession } from '../session/meeting-session.ts';
import { reopenMeeting } from '../session/reopen-meeting.ts';
import { openStore } from '../store/open-store.ts';
import { presenterActions } from './presenter-actions.ts';
import { useAddTickets } from './use-add-tickets.ts';
import { useIgnoreHeldKeys } from './use-ignore-held-keys.ts';
import { useNumberJump } from './use-number-jump.ts';
import { type PresenterHandlers, usePresenterCommands } from './use-presenter-commands.ts';

/** The presenter's handlers, and what they have to say. */
interface Presenter {
  readonly handlers: PresenterHandlers;
  /** Ends the meeting, and goes to its minutes. */
  readonly end: () => void;
  /** The question before the end, while it is asked. */
  readonly asksToEnd: boolean;
  readonly goOn: () => void;
  /** The number of times that the last verdict was given. */
  readonly finished: number;
  /** Digits typed so far of the position to go to; '' for none. */
  readonly digits: string;
  /** The announcement of the last action, for screen readers. */
  readonly said: string;
  /** The failure of the last action, in a sentence; null for none. */
  readonly failure: string | null;
}

/**
 * Presents a meeting by keys and buttons.
 *
 * @param cardText the description's element, which the arrows scroll
 */
export function usePresenter(
  session: MeetingSession,
  workspace: string,
  live: LiveMeeting,
  cardText: RefObject<HTMLElement | null>,
): Presenter {
  const [said, say] = useState('');
  const [finished, setFinished] = useState(0);
  const [asksToEnd, setAsksToEnd] = useState(false);
  const [popupFailure, setPopupFailure] = useState<string | null>(null);
  const { add, failure } = useAddTickets(session, live);
  const goesOn = useAutoAdvance();
  const actions = useMemo(
    () =>
      presenterActions(session, {
        goesOn: () => goesOn.current,
        onAllDone: () => setFinished((count) => count + 1),
      }),
    [session, goesOn],
  );
  const decision = useRef<HTMLTextAreaElement>(null);
  const owner = useRef<HTMLInputElement>(null);
  const due = useRef<HTMLInputElement>(null);
  const end = useCallback(() => {
    void session.dispatch({ type: 'set-ended', endedAt: new Date(serverNow()).toISOString() });
    const { head } = session.read();
    navigate(meetingAddress(workspace, head.id, 'minutes'));
    showToast(endedToast(head, workspace));
  }, [session, workspace]);
  const handlers = useMemo(
    () => ({
      actions,
      fields: { decision, owner, due },
      say,
      cardText,
      toggleMask: () => {
        const masked = !session.read().view.masked;
        session.setView({ masked });
        say(masked ? 'Customers’ names are hidden' : 'Customers’ names are shown');
      },
      toggleClock: () => session.setView({ timer: !session.read().view.timer }),
      openAudienceWindow: () => {
        const { id } = session.read().head;
        setPopupFailure(openAudienceWindow(meetingAddress(workspace, id, 'room'), id) ? null : BLOCKED);
      },
      addNewTickets: () => void add().then(say),
      askToEnd: () => {
        const { done, total, undecided } = progressOf(session.read());
        if (done === total && undecided === 0) end();
        else setAsksToEnd(true);
      },
    }),
    [actions, session, workspace, cardText, add, end],
  );
  usePresenterCommands(handlers);
  useIgnoreHeldKeys();
  const digits = useNumberJump(
    useCallback(
      (place: number) => {
        const { length } = session.read().head.items;
        const isThere = place >= 1 && place <= length;
        say(isThere ? actions.jump(place) : `There is no place ${place}, only 1 to ${length}`);
        return isThere;
      },
      [actions, session],
    ),
  );
  const goOn = useCallback(() => setAsksToEnd(false), []);
  return { handlers, end, asksToEnd, goOn, finished, digits, said, failure: popupFailure ?? failure };
}

function endedToast({ id, title }: MeetingHead, workspace: string): Toast {
  const run = async () => {
    try {
      await reopenMeeting(await openStore(), id);
    } catch (error) {
      return {
        text: `The meeting has still ended. ${error instanceof Error ? error.message : String(error)}`,
      };
    }
    navigate(meetingAddress(workspace, id));
    return null;
  };
  return { id: 'meeting-ended', text: `“${title}” has ended.`, action: { label: 'Undo', run } };
}

/** The setting of whether verdicts go on, for events: a change of it makes no new actions. */
function useAutoAdvance(): RefObject<boolean> {
  const { autoAdvance } = useSettings();
  const latest = useRef(autoAdvance);
  useEffect(() => {
    latest.current = autoAdvance;
  });
  return latest;
}

/** A window with a name of its own is found again instead of being opened twice. False when the browser blocks it. */
function openAudienceWindow(address: string, id: string): boolean {
  const room = open(address, `loopdesk-room-${id}`, 'popup,width=1280,height=760');
  room?.focus();
  return room !== null;
}

const BLOCKED = 'The browser has blocked the presenter view: allow pop-ups for this address.';
