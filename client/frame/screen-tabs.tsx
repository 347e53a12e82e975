import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { TicketQuery } from '../../contract/index.ts';
import { formatAddress, SCREENS, type Screen } from '../address/address.ts';
import styles from './screen-tabs.module.css';
import { SCREEN_TITLES } from './screen-titles.ts';

interface ScreenTabsProps {
  readonly workspace: string;
  readonly query: TicketQuery;
  /** The screen that is shown; null for what is one of them only in a wider sense. */
  readonly current: Screen | null;
}

/** The ways to look at the same tickets: each screen keeps the filters, and the snapshot that they were read from. */
export function ScreenTabs({ workspace, query, current }: ScreenTabsProps) {
  const state = useHistoryState();
  return (
    <nav className={styles.tabs} aria-label="Screens">
      {SCREENS.map((screen) => (
        <Link
          key={screen}
          className={styles.tab}
          href={formatAddress(workspace, query, { screen })}
          state={state}
          aria-current={screen === current ? 'page' : undefined}
        >
          {SCREEN_TITLES[screen]}
        </Link>
      ))}
    </nav>
  );
}
