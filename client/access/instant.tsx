import { serverNow } from '../clock/server-clock.ts';
import { formatExact, formatMoment, formatRelative } from '../format/dates.ts';
import { useZone } from '../settings/settings.ts';

/** An instant as people say it, with the exact one behind it. */
export function Instant({ at, relative = false }: { readonly at: string; readonly relative?: boolean }) {
  const zone = useZone();
  const now = serverNow();
  return (
    <time dateTime={at} title={formatExact(at, zone)}>
      {relative ? formatRelative(at, now) : formatMoment(at, now, zone)}
    </time>
  );
}
