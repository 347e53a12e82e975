import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { MeetingHead } from '../../../contract/meeting/index.ts';
import { formatCountOf } from '../../format/numbers.ts';
import { showToast, type Toast } from '../../ui/toasts.ts';
import type { WorkspaceProps } from '../layout/meeting-not-found.tsx';
import type { LocalMeeting } from '../model/local-meeting.ts';
import type { StoredMeetings } from '../store/meetings-query.ts';
import { openStore } from '../store/open-store.ts';
import { ImportButton } from './import-button.tsx';
import { PastMeeting } from './past-meeting.tsx';
import styles from './past-meetings.module.css';
import { StorageUsage } from './storage-usage.tsx';

interface PastMeetingsProps extends WorkspaceProps {
  readonly stored: StoredMeetings;
}

/** The list of stored meetings, and their actions. */
export function PastMeetings({ workspaces, workspace, stored }: PastMeetingsProps) {
  const client = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const changed = () => client.invalidateQueries({ queryKey: ['meetings'] });

  /** Runs an operation of the store, and shows its result. */
  const attempt = async (work: () => Promise<void>) => {
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
    await changed();
  };
  const remove = ({ id, title }: MeetingHead) =>
    attempt(async () => {
      const store = await openStore();
      // One that cannot be read cannot be brought back, and can be deleted all the same.
      const meeting = await store.read(id).catch(() => null);
      await store.remove(id);
      showToast(deletedToast(title, meeting === null ? null : () => bringBack(meeting)));
      // The button that had the focus is gone with its meeting.
      heading.current?.focus();
    });
  const bringBack = (meeting: LocalMeeting) => attempt(async () => (await openStore()).create(meeting));

  return (
    <section className={styles.past} aria-labelledby="past-meetings">
      <div className={styles.head}>
        <h2 ref={heading} id="past-meetings" tabIndex={-1} className={styles.heading}>
          Meetings in this browser
        </h2>
        <ImportButton stored={stored} onImported={() => void changed()} />
      </div>
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          That could not be done: {failure}
        </p>
      )}
      {stored.meetings.length === 0 ? (
        <p className={styles.none}>
          None yet. Start one above, or import a file: each meeting is listed here as soon as it has begun.
        </p>
      ) : (
        <ul className={styles.list}>
          {stored.meetings.map((outline) => (
            <PastMeeting
              key={outline.head.id}
              outline={outline}
              workspace={workspaceOf(outline.head.workspace, workspaces.workspaces) ?? workspace.id}
              foreign={outline.head.workspace !== workspace.id}
              onDelete={() => void remove(outline.head)}
              onFailure={setFailure}
            />
          ))}
        </ul>
      )}
      {stored.unreadable > 0 && (
        <p className={styles.none}>
          {formatCountOf(stored.unreadable, 'more meeting')} cannot be read by this version of Loopdesk.
        </p>
      )}
      <StorageUsage stored={stored} onWipe={() => void attempt(async () => (await openStore()).wipe())} />
    </section>
  );
}

/** @param bringBack stores the meeting again; null where that cannot be done */
function deletedToast(title: string, bringBack: (() => Promise<void>) | null): Toast {
  const text = `“${title}” is deleted.`;
  if (bringBack === null) return { id: 'meeting-deleted', text };
  const run = () => bringBack().then(() => null);
  return { id: 'meeting-deleted', text, action: { label: 'Undo', run } };
}

/** A meeting's own workspace, where this server has it. */
function workspaceOf(id: string, served: readonly { readonly id: string }[]): string | undefined {
  return served.find((workspace) => workspace.id === id)?.id;
}
