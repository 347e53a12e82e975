import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../states/loading.tsx';
import { MeetingNotFound, type WorkspaceProps } from '../layout/meeting-not-found.tsx';
import { StoreError } from '../layout/store-error.tsx';
import { storedMeetingQuery } from '../store/meeting-query.ts';
import { AudienceView } from './audience-view.tsx';

interface AudienceScreenProps extends WorkspaceProps {
  readonly id: string;
}

/** The audience's window of a meeting: the current ticket without notes. */
export function AudienceScreen({ id, ...place }: AudienceScreenProps) {
  const { data: stored, error, refetch } = useQuery(storedMeetingQuery(id));
  if (error !== null && stored === undefined) return <StoreError {...place} error={error} />;
  if (stored === undefined) return <Loading />;
  if (stored === null) return <MeetingNotFound {...place} />;
  return <AudienceView {...place} stored={stored} onStale={() => void refetch()} />;
}
