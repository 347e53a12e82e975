/** Whether this window leads the meeting: the one that does may write, and the room follows it. */
export type Lead = 'asking' | 'mine' | 'elsewhere';

/** A claim to lead a meeting. It stands until it is given up: when the other window is closed, this one leads. */
export interface Claim {
  /** Lets go, for the window that waits longest; this one then waits in its turn. */
  readonly pass: () => void;
  /** Takes the lead from a window that does not answer, a frozen one. */
  readonly seize: () => void;
  readonly giveUp: () => void;
}

/** How long to wait for the lead before it is said that another window has it, in milliseconds: a reload passes it on. */
const PATIENCE = 600;

/** Claims the lead. Of all windows of a browser one has it, and a window that goes away loses it. */
export function claimLead(meeting: string, onChange: (lead: Lead) => void): Claim {
  const { locks } = navigator as Partial<Navigator>;
  if (locks === undefined) {
    // Only a page from a secure address has locks. Windows then keep what each writes, ticket by ticket.
    onChange('mine');
    return { pass: () => {}, seize: () => {}, giveUp: () => {} };
  }
  let ended = false;
  let letGo: (() => void) | null = null;
  let asking = new AbortController();
  const tell = (lead: Lead) => ended || onChange(lead);

  const ask = (options: LockOptions) => {
    let led = false;
    const hold = () =>
      new Promise<void>((resolve) => {
        led = true;
        letGo = resolve;
        tell('mine');
      });
    const patience = setTimeout(() => led || tell('elsewhere'), PATIENCE);
    const wait = () => {
      asking = new AbortController();
      ask({ signal: asking.signal });
    };
    locks.request(lockName(meeting), options, hold).then(
      () => led && !ended && wait(),
      () => {
        clearTimeout(patience);
        // Without the lead it was given up, or asked for in another way; with it another window has seized it.
        if (!led || ended) return;
        letGo = null;
        tell('elsewhere');
        wait();
      },
    );
  };
  ask({ signal: asking.signal });

  return {
    pass() {
      if (letGo === null) return;
      tell('elsewhere');
      letGo();
      letGo = null;
    },
    seize() {
      if (letGo !== null || ended) return;
      asking.abort();
      ask({ steal: true });
    },
    giveUp() {
      ended = true;
      asking.abort();
      letGo?.();
    },
  };
}

/** Whether some window leads the meeting; null where the browser cannot tell. */
export async function isLed(meeting: string): Promise<boolean | null> {
  const { locks } = navigator as Partial<Navigator>;
  if (locks === undefined) return null;
  const { held = [] } = await locks.query();
  return held.some(({ name }) => name === lockName(meeting));
}

function lockName(meeting: string): string {
  return `loopdesk.meeting.${meeting}`;
}
