import { CircleQuestionMark } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import {
  DEFAULT_QUERY,
  type TicketQuery,
  type Workspace,
  type WorkspacesAnswer,
} from '../../../contract/index.ts';
import { formatAddress } from '../../address/address.ts';
import { basePath } from '../../base/base-path.ts';
import type { Command } from '../../commands/command.ts';
import { useCommands } from '../../commands/registry.ts';
import { useKeys } from '../../commands/use-keys.ts';
import { DemoBadge } from '../../frame/header.tsx';
import { Help } from '../../frame/help.tsx';
import { ScreenTabs } from '../../frame/screen-tabs.tsx';
import { IconButton } from '../../ui/button.tsx';
import { PrintedOnly } from '../../ui/printed-only.tsx';
import { MAIN_PART, SkipLink } from '../../ui/skip-link.tsx';
import { ToastsPart } from '../../ui/toasts-part.tsx';
import styles from './meeting-layout.module.css';

interface MeetingLayoutProps {
  readonly workspaces: WorkspacesAnswer;
  readonly workspace: Workspace;
  /** The view to go back to. */
  readonly query?: TicketQuery;
  /** Whether this is the list of meetings. */
  readonly home?: boolean;
  /** Controls in the header. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the screens about meetings; a meeting under way fills the window by itself. */
export function MeetingLayout({
  workspaces,
  workspace,
  query = DEFAULT_QUERY,
  home = false,
  tools,
  children,
}: MeetingLayoutProps) {
  return (
    <div className={styles.screen}>
      <SkipLink>Skip to the {home ? 'meetings' : 'meeting'}</SkipLink>
      <header className={styles.header}>
        <Link className={styles.brand} href={formatAddress(workspace.id, query)} title="Back to the tickets">
          <img
            src={`${basePath()}/loopdesk.svg`}
            alt="Loopdesk: back to the tickets"
            width="24"
            height="24"
          />
          <span aria-hidden>Loopdesk</span>
        </Link>
        <span className={styles.workspace}>{workspace.name}</span>
        {workspaces.mode === 'demo' && <DemoBadge />}
        <ScreenTabs workspace={workspace.id} query={query} current={home ? 'triage' : null} />
        <div className={styles.tools}>
          {tools}
          <KeysButton />
        </div>
      </header>
      <main id={MAIN_PART} tabIndex={-1} className={styles.main} data-printed>
        {home && <PrintedOnly>{workspace.name}</PrintedOnly>}
        {children}
      </main>
      <ToastsPart />
    </div>
  );
}

const OTHERS = [
  { caps: ['7', 'Enter'], label: 'Go to the seventh ticket' },
  { caps: ['Enter'], label: 'In a field: go on to the next one, from the last one to the next ticket' },
  { caps: ['Shift', 'Enter'], label: 'In the decision: a new line' },
  { caps: ['Esc'], label: 'Leave the fields; close what is open' },
];

/** The keys of this screen, and that they work. They come with it: when they are asked for the server may be down. */
export function KeysButton() {
  const [open, setOpen] = useState(false);
  const commands: readonly Command[] = useMemo(
    () => [{ id: 'help', group: 'Show', label: 'All keys', keys: '?', run: () => setOpen(true) }],
    [],
  );
  useCommands(commands);
  useKeys();
  return (
    <>
      <IconButton label="Keys (?)" onClick={() => setOpen(true)}>
        <CircleQuestionMark aria-hidden />
      </IconButton>
      {open && <Help others={OTHERS} onClose={() => setOpen(false)} />}
    </>
  );
}
