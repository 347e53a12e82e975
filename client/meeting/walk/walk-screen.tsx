import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../states/loading.tsx';
import { NoMeeting, type Place } from '../frame/no-meeting.tsx';
import { StoreFailing } from '../frame/store-failing.tsx';
import { useLeading } from '../session/use-session.ts';
import { keptQuery } from '../store/kept.ts';
import { Elsewhere } from './elsewhere.tsx';
import { Walk } from './walk.tsx';

interface WalkScreenProps extends Place {
  readonly id: string;
}

/** A meeting, led from this window. */
export function WalkScreen({ id, ...place }: WalkScreenProps) {
  const { session, lead, missing, failure, takeOver } = useLeading(id);
  const { data: kept, error } = useQuery(keptQuery());
  const broken = failure ?? error;
  if (broken !== null) return <StoreFailing {...place} error={broken} />;
  if (missing) return <NoMeeting {...place} />;
  if (lead === 'elsewhere') return <Elsewhere {...place} id={id} onTakeOver={takeOver} />;
  if (session === null || kept === undefined) return <Loading />;
  return <Walk {...place} session={session} kept={kept} />;
}
