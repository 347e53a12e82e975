import { useQuery } from '@tanstack/react-query';
import type { TicketQuery } from '../../../contract/index.ts';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import type { Place } from '../frame/no-meeting.tsx';
import { StoreFailing } from '../frame/store-failing.tsx';
import { TriageFrame } from '../frame/triage-frame.tsx';
import { PastMeetings } from '../past/past-meetings.tsx';
import { keptQuery } from '../store/kept.ts';
import styles from './home-screen.module.css';
import { NewMeeting } from './new-meeting.tsx';

interface HomeScreenProps extends Place {
  /** The view that the next meeting would be about, as the address has it. */
  readonly asked: TicketQuery;
}

/** Where meetings begin, and where those are that have been held. */
export function HomeScreen({ asked, workspaces, workspace }: HomeScreenProps) {
  useDocumentTitle(`Triage · ${workspace.name}`);
  const { data: kept, error } = useQuery(keptQuery());
  if (error !== null) return <StoreFailing workspaces={workspaces} workspace={workspace} error={error} />;
  return (
    <TriageFrame workspaces={workspaces} workspace={workspace} query={asked} home>
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
      {kept?.lasting === false && (
        <p role="alert" className={styles.warning}>
          This browser lets Loopdesk keep nothing, perhaps because this is a private window. A meeting can be
          held, and is lost when the window closes: take its minutes with you before.
        </p>
      )}
      {kept && <NewMeeting key={workspace.id} workspace={workspace} asked={asked} kept={kept} />}
      {kept && <PastMeetings workspaces={workspaces} workspace={workspace} kept={kept} />}
    </TriageFrame>
  );
}
