import { useQuery } from '@tanstack/react-query';
import { DoorClosed } from 'lucide-react';
import { Link } from 'wouter';
import type { Me } from '../../contract/index.ts';
import { meQuery } from '../api/me.ts';
import { workspacesQuery } from '../api/workspaces.ts';
import { Panel } from '../states/panel.tsx';
import { ACCESS_PAGES, accessPath, offeredPages } from './access-pages.ts';
import { GroupsLeftOut } from './groups-left-out.tsx';
import { personLine } from './person-line.ts';
import { SignOut } from './sign-out.tsx';

/** Between two looks whether there is one now, in milliseconds. */
const LOOK_EVERY = 10_000;

/** The page of somebody who may see no workspace: whom to ask, and as whom they are here. */
export function NoWorkspace({ me }: { readonly me: Me }) {
  useQuery({ ...meQuery(), refetchInterval: LOOK_EVERY });
  useQuery({ ...workspacesQuery(), refetchInterval: LOOK_EVERY });
  return (
    <Panel icon={DoorClosed} title="No workspace is open to you">
      <p>
        {me.contact === null ? 'Ask whoever runs Loopdesk for access.' : `Ask ${me.contact} for access.`} The
        page opens by itself once you have it.
      </p>
      {me.user !== null && (
        <p>
          You are signed in as <bdi>{personLine(me.user)}</bdi>.
        </p>
      )}
      <GroupsLeftOut me={me} />
      {offeredPages(me).map((page) => (
        <p key={page}>
          <Link href={accessPath(page)}>{ACCESS_PAGES[page]}</Link>
        </p>
      ))}
      <SignOut me={me} />
    </Panel>
  );
}
