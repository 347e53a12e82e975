import { useSettings } from '../../settings/settings.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { useShownList } from '../../workspace/workspace-context.ts';

const ClickHint = lazyPart(() => import('./click-hint.tsx').then((it) => it.ClickHint), {
  name: 'Hints',
  place: 'over',
  takesFocus: false,
});

/** Hints after clicks, fetched after the rows, where keys work and nobody else looks at the screen. */
export function ClickHintPart() {
  const { hints, keys, masked, following } = useSettings();
  const { list } = useShownList();
  return hints && keys && !masked && !following && list !== null && <ClickHint />;
}
