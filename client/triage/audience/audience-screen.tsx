import { Loading } from '../../states/loading.tsx';
import { MeetingNotFound, type WorkspaceProps } from '../layout/meeting-not-found.tsx';
import { StoreError } from '../layout/store-error.tsx';
import { useFollowedMeeting } from '../session/use-open-meeting.ts';
import { AudienceView } from './audience-view.tsx';

interface AudienceScreenProps extends WorkspaceProps {
  readonly id: string;
}

/** The audience's window of a meeting: the current ticket without notes. */
export function AudienceScreen({ id, ...place }: AudienceScreenProps) {
  const state = useFollowedMeeting(id);
  if (state.status === 'error') return <StoreError {...place} error={state.error} />;
  if (state.status === 'missing') return <MeetingNotFound {...place} />;
  if (state.status !== 'ready') return <Loading />;
  return <AudienceView {...place} meeting={state.meeting} presented={state.presented} />;
}
