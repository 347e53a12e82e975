import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../states/loading.tsx';
import { meetingQuery } from '../layout/meeting-address.ts';
import { MeetingLayout } from '../layout/meeting-layout.tsx';
import { MeetingNotFound, type WorkspaceProps } from '../layout/meeting-not-found.tsx';
import { StoreError } from '../layout/store-error.tsx';
import { useMeetingChannel } from '../session/use-meeting-channel.ts';
import { storedMeetingQuery } from '../store/meeting-query.ts';
import { MinutesPage } from './minutes-page.tsx';

interface MinutesScreenProps extends WorkspaceProps {
  readonly id: string;
}

/** The screen of a meeting's minutes, which follow while it is presented in another window. */
export function MinutesScreen({ id, ...place }: MinutesScreenProps) {
  const { data: meeting, error, refetch } = useQuery(storedMeetingQuery(id));
  useMeetingChannel(id, ({ kind }) => kind === 'saved' && void refetch());
  if (error !== null) return <StoreError {...place} error={error} />;
  if (meeting === undefined) return <Loading />;
  if (meeting === null) return <MeetingNotFound {...place} />;
  const query = meetingQuery(meeting.head);
  return (
    <MeetingLayout {...place} {...(query !== null && { query })}>
      <MinutesPage {...place} meeting={meeting} />
    </MeetingLayout>
  );
}
