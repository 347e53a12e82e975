import { Missing } from '../../badges/badges.tsx';
import { useServerNow } from '../../clock/use-server-now.ts';
import { formatExact, formatRelative, formatUtc } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import { CopyButton } from './copying.tsx';
import { Fact } from './facts.tsx';
import styles from './moment.module.css';

/** Interval at which "3 minutes ago" is updated, in milliseconds. */
const RENEW = 30_000;

/** An instant in the reader's time zone and told from now. UTC shows on hover and goes along when it is copied. */
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
  const exact = formatExact(instant, zone);
  // A reader in UTC is told so once, over all times.
  const here = exact.replace(/ UTC$/, '');
  const utc = formatUtc(instant);
  return (
    <Fact name={name}>
      <div className={styles.moment}>
        <CopyButton name={name} text={here} copied={here !== exact ? utc : `${here} (${utc})`} title={utc} />
        <span className={styles.ago}>{formatRelative(instant, now)}</span>
      </div>
    </Fact>
  );
}
