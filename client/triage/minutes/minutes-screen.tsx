import { Loading } from '../../states/loading.tsx';
import { meetingQuery } from '../layout/meeting-address.ts';
import { MeetingLayout } from '../layout/meeting-layout.tsx';
import { MeetingNotFound, type WorkspaceProps } from '../layout/meeting-not-found.tsx';
import { StoreError } from '../layout/store-error.tsx';
import { useFollowedMeeting } from '../session/use-open-meeting.ts';
import { MinutesPage } from './minutes-page.tsx';

interface MinutesScreenProps extends WorkspaceProps {
  readonly id: string;
}

/** The screen of a meeting's minutes, which follow while it is presented in another window. */
export function MinutesScreen({ id, ...place }: MinutesScreenProps) {
  const state = useFollowedMeeting(id);
  if (state.status === 'error') return <StoreError {...place} error={state.error} />;
  if (state.status === 'missing') return <MeetingNotFound {...place} />;
  if (state.status !== 'ready') return <Loading />;
  const query = meetingQuery(state.meeting.head);
  return (
    <MeetingLayout {...place} {...(query !== null && { query })}>
      <MinutesPage {...place} meeting={state.meeting} />
    </MeetingLayout>
  );
}
