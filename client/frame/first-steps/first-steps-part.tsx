import { useSettings } from '../../settings/settings.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { useShownList } from '../../workspace/workspace-context.ts';

const FirstSteps = lazyPart(() => import('./first-steps.tsx').then((it) => it.FirstSteps), {
  name: 'First steps',
  place: 'small',
});

/**
 * The first steps of who is new, fetched after the rows. Hidden names and a list that goes on by itself are signs of a
 * screen that others look at: there they are not.
 */
export function FirstStepsPart({ place }: { readonly place: 'filters' | 'screen' }) {
  const { firstSteps, masked, following } = useSettings();
  const { list } = useShownList();
  return firstSteps && !masked && !following && list !== null && <FirstSteps place={place} />;
}
