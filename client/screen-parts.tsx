import type { ComponentType } from 'react';
import { Link } from 'wouter';
import { formatAddress } from './address/address.ts';
import type { Screen } from './address/screens.ts';
import styles from './app.module.css';
import { BareScreen } from './frame/bare-screen.tsx';
import { Loading } from './states/loading.tsx';
import { TicketsScreen } from './tickets/tickets-screen.tsx';
import { buttonClass } from './ui/button.tsx';
import { lazyPart } from './ui/lazy-part.tsx';

/** The page of somebody who may see none. */
export const NoWorkspace = lazyPart(() => import('./account/no-workspace.tsx').then((it) => it.NoWorkspace), {
  name: 'The reason why there is no workspace',
  place: 'screen',
  waiting: <Loading />,
});
/** The pages of tokens, sessions and the audit log. */
export const AccessScreen = lazyPart(
  () => import('./access/access-screen.tsx').then((it) => it.AccessScreen),
  { name: 'This page', place: 'screen', waiting: <Loading /> },
);
/** The page of an address that leads nowhere. */
export const NowhereScreen = lazyPart(
  () => import('./frame/nowhere-screen.tsx').then((it) => it.NowhereScreen),
  {
    name: 'The way back to your workspaces',
    place: 'screen',
    waiting: <Loading />,
  },
);
const PeopleScreen = lazyPart(() => import('./people/people-screen.tsx').then((it) => it.PeopleScreen), {
  name: 'People',
  place: 'screen',
  waiting: <Loading />,
});
const HandoffsScreen = lazyPart(
  () => import('./handoffs/handoffs-screen.tsx').then((it) => it.HandoffsScreen),
  { name: 'Handoffs', place: 'screen', waiting: <Loading /> },
);
const TrendsScreen = lazyPart(() => import('./trends/trends-screen.tsx').then((it) => it.TrendsScreen), {
  name: 'Trends',
  place: 'screen',
  waiting: <Loading />,
});
const MondayScreen = lazyPart(() => import('./monday/monday-screen.tsx').then((it) => it.MondayScreen), {
  name: 'The Monday page',
  place: 'screen',
  waiting: <Loading />,
});
/** The meetings, with a layout of their own. */
export const TriageScreen = lazyPart(
  () => import('./triage/triage-screen.tsx').then((it) => it.TriageScreen),
  {
    name: 'Triage',
    place: 'screen',
    waiting: <Loading />,
    frame: (failure, { workspaces, workspace, urlQuery }) => (
      <BareScreen demo={workspaces.mode === 'demo'}>
        {failure}
        <p className={styles.back}>
          <Link className={buttonClass()} href={formatAddress(workspace.id, urlQuery)}>
            Back to the list
          </Link>
        </p>
      </BareScreen>
    ),
  },
);

/** A screen within the layout of a workspace; triage has a layout of its own. */
export type LayoutScreen = Exclude<Screen, 'triage'>;

/** The components of these screens: one that is added to the table does not compile until it is here. */
export const LAYOUT_SCREENS: Readonly<Record<LayoutScreen, ComponentType>> = {
  tickets: TicketsScreen,
  people: PeopleScreen,
  handoffs: HandoffsScreen,
  trends: TrendsScreen,
  monday: MondayScreen,
};
