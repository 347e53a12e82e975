import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../states/loading.tsx';
import { NoMeeting, type Place } from '../frame/no-meeting.tsx';
import { StoreFailing } from '../frame/store-failing.tsx';
import { keptMeetingQuery } from '../store/kept-meeting.ts';
import { Room } from './room.tsx';

interface RoomScreenProps extends Place {
  readonly id: string;
}

/** The room's window of a meeting: the ticket that is up, and nothing that the presenter notes. */
export function RoomScreen({ id, ...place }: RoomScreenProps) {
  const { data: kept, error, refetch } = useQuery(keptMeetingQuery(id));
  if (error !== null && kept === undefined) return <StoreFailing {...place} error={error} />;
  if (kept === undefined) return <Loading />;
  if (kept === null) return <NoMeeting {...place} />;
  return <Room {...place} kept={kept} onBehind={() => void refetch()} />;
}
