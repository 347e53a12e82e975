import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../states/loading.tsx';
import { queryOf } from '../frame/address-of.ts';
import { NoMeeting, type Place } from '../frame/no-meeting.tsx';
import { StoreFailing } from '../frame/store-failing.tsx';
import { TriageFrame } from '../frame/triage-frame.tsx';
import { useWire } from '../session/use-wire.ts';
import { keptMeetingQuery } from '../store/kept-meeting.ts';
import { MinutesPage } from './minutes-page.tsx';

interface MinutesScreenProps extends Place {
  readonly id: string;
}

/** The minutes of a meeting, as it is kept; while it is led in another window they follow. */
export function MinutesScreen({ id, ...place }: MinutesScreenProps) {
  const { data: meeting, error, refetch } = useQuery(keptMeetingQuery(id));
  useWire(id, ({ kind }) => kind === 'saved' && void refetch());
  if (error !== null) return <StoreFailing {...place} error={error} />;
  if (meeting === undefined) return <Loading />;
  if (meeting === null) return <NoMeeting {...place} />;
  const query = queryOf(meeting.head);
  return (
    <TriageFrame {...place} {...(query !== null && { query })}>
      <MinutesPage {...place} meeting={meeting} />
    </TriageFrame>
  );
}
