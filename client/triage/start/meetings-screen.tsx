import { useQuery } from '@tanstack/react-query';
import type { TicketQuery } from '../../../contract/index.ts';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { MeetingLayout } from '../layout/meeting-layout.tsx';
import type { WorkspaceProps } from '../layout/meeting-not-found.tsx';
import { StoreError } from '../layout/store-error.tsx';
import { PastMeetings } from '../past-meetings/past-meetings.tsx';
import { storedMeetingsQuery } from '../store/meetings-query.ts';
import styles from './meetings-screen.module.css';
import { NewMeetingForm } from './new-meeting-form.tsx';

interface MeetingsScreenProps extends WorkspaceProps {
  /** The view that the next meeting would be about, as the address has it. */
  readonly urlQuery: TicketQuery;
}

/** The screen of all meetings, and the start of the next. */
export function MeetingsScreen({ urlQuery, workspaces, workspace }: MeetingsScreenProps) {
  useDocumentTitle(`Triage · ${workspace.name}`);
  const { data: stored, error } = useQuery(storedMeetingsQuery());
  if (error !== null) return <StoreError workspaces={workspaces} workspace={workspace} error={error} />;
  return (
    <MeetingLayout workspaces={workspaces} workspace={workspace} query={urlQuery} home>
      <h1 className={styles.title}>Triage meetings</h1>
      <p className={styles.lead}>
        Walk a list together, one ticket at a time, in an order that does not move, and leave with minutes.
        Everything is kept in this browser. Nothing of it is sent to QuestionPro: what you decide here you
        still do there.
      </p>
      <p className={styles.lead}>
        A meeting copies its tickets, customers’ names, e-mails and words among them, also while they are
        hidden. The copy is not encrypted, and stays until you delete the meeting.
      </p>
      {stored?.lasting === false && (
        <p role="alert" className={styles.warning}>
          This browser lets Loopdesk keep nothing, perhaps because this is a private window. A meeting can be
          held, and is lost when the window closes: take its minutes with you before.
        </p>
      )}
      {stored && (
        <NewMeetingForm key={workspace.id} workspace={workspace} urlQuery={urlQuery} stored={stored} />
      )}
      {stored && <PastMeetings workspaces={workspaces} workspace={workspace} stored={stored} />}
    </MeetingLayout>
  );
}
