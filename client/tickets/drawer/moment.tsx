import { Missing } from '../../badges/badges.tsx';
import { useServerNow } from '../../clock/use-server-now.ts';
import { formatExact, formatRelative, formatUtc, formatZone } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import { CopyButton } from './copying.tsx';
import { Fact } from './facts.tsx';
import styles from './moment.module.css';

/** Interval at which "3 minutes ago" is updated, in milliseconds. */
const RENEW = 30_000;

/** An instant in the reader's time zone, in UTC and told from now; each is copied by a click. */
export function Moment({ name, instant }: { readonly name: string; readonly instant: string | null }) {
  const zone = useZone();
  const now = useServerNow(RENEW);
  if (instant === null) {
    return (
      <Fact name={name}>
        <Missing word="Not told" />
      </Fact>
    );
  }
  const here = formatZone(zone, now) === 'UTC' ? null : formatExact(instant, zone);
  return (
    <Fact name={name}>
      {here !== null && <CopyButton name={`${name}, your time`} text={here} />}
      <span className={styles.also}>
        <CopyButton name={`${name}, UTC`} text={formatUtc(instant)} />
        <CopyButton name={`${name}, from now`} text={formatRelative(instant, now)} />
      </span>
    </Fact>
  );
}
