import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { formatAddress, SCREENS } from '../address/address.ts';
import { useDesk } from '../desk/desk-context.ts';
import styles from './screen-tabs.module.css';
import { SCREEN_TITLES } from './screen-titles.ts';

/** The ways to look at the same tickets: each screen keeps the filters, and the snapshot that they were read from. */
export function ScreenTabs() {
  const { view } = useDesk();
  const state = useHistoryState();
  return (
    <nav className={styles.tabs} aria-label="Screens">
      {SCREENS.map((screen) => (
        <Link
          key={screen}
          className={styles.tab}
          href={formatAddress(view.workspace, view.query, { screen })}
          state={state}
          aria-current={screen === view.screen ? 'page' : undefined}
        >
          {SCREEN_TITLES[screen]}
        </Link>
      ))}
    </nav>
  );
}
