import { DoorClosed } from 'lucide-react';
import type { Me } from '../../contract/index.ts';
import type { AccessPage } from '../account/access-pages.ts';
import { Panel } from '../states/panel.tsx';

/** A page that is not for everybody. */
type LimitedPage = Exclude<AccessPage, 'tokens'>;

const REASONS: Readonly<Record<LimitedPage, readonly [title: string, reason: string]>> = {
  sessions: [
    'Sessions are not kept here',
    'People sign in to the proxy in front of Loopdesk, which knows who is signed in.',
  ],
  audit: ['The audit log is for admins', 'It tells who took files, who made tokens, and how access changed.'],
};

/** The reason why a page is not for the reader. */
export function NotOffered({ page, me }: { readonly page: LimitedPage; readonly me: Me }) {
  const [title, reason] = REASONS[page];
  const whom = me.contact ?? 'whoever runs Loopdesk';
  return (
    <Panel icon={DoorClosed} title={title}>
      <p>{reason}</p>
      {page !== 'sessions' && <p>Ask {whom} if you need it.</p>}
    </Panel>
  );
}
