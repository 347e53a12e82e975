import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { TicketQuery } from '../../contract/index.ts';
import { formatAddress } from '../address/address.ts';
import { SCREENS, type Screen, TABS, tabOf } from '../address/screens.ts';
import styles from './screen-tabs.module.css';

interface ScreenTabsProps {
  readonly workspace: string;
  readonly query: TicketQuery;
  /** The current screen; null for one within them, such as a meeting. */
  readonly current: Screen | null;
}

/** Tabs of the workspace's screens: each keeps the filters, and the snapshot that they were read from. */
export function ScreenTabs({ workspace, query, current }: ScreenTabsProps) {
  const state = useHistoryState();
  const tab = current === null ? null : tabOf(current);
  return (
    <nav className={styles.tabs} aria-label="Screens">
      {TABS.map((screen) => (
        <Link
          key={screen}
          className={styles.tab}
          data-command={`screen-${screen}`}
          href={formatAddress(workspace, query, { screen })}
          state={state}
          aria-current={screen === current ? 'page' : screen === tab ? 'true' : undefined}
        >
          {SCREENS[screen].title}
        </Link>
      ))}
    </nav>
  );
}
