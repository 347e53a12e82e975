import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../states/loading.tsx';
import { MeetingNotFound, type WorkspaceProps } from '../layout/meeting-not-found.tsx';
import { StoreError } from '../layout/store-error.tsx';
import { usePresentedMeeting } from '../session/use-open-meeting.ts';
import { storedMeetingsQuery } from '../store/meetings-query.ts';
import { OpenElsewhere } from './open-elsewhere.tsx';
import { PresenterView } from './presenter-view.tsx';

interface PresenterScreenProps extends WorkspaceProps {
  readonly id: string;
}

/** The presenter's screen of a meeting. */
export function PresenterScreen({ id, ...place }: PresenterScreenProps) {
  const { state, session, takeOver } = usePresentedMeeting(id);
  const { data: stored, error } = useQuery(storedMeetingsQuery());
  const failure = state.status === 'error' ? state.error : error;
  if (failure !== null) return <StoreError {...place} error={failure} />;
  if (state.status === 'missing') return <MeetingNotFound {...place} />;
  if (state.status === 'elsewhere') return <OpenElsewhere {...place} id={id} onTakeOver={takeOver} />;
  if (session === null || stored === undefined) return <Loading />;
  return <PresenterView {...place} session={session} stored={stored} />;
}
