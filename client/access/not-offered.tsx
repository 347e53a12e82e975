import { DoorClosed } from 'lucide-react';
import type { Me } from '../../contract/index.ts';
import type { AccessPage } from '../account/access-pages.ts';
import { Panel } from '../states/panel.tsx';

const REASONS: Readonly<Record<AccessPage, readonly [title: string, reason: string]>> = {
  tokens: ['API tokens are for members and admins', 'Your role lets you see tickets in the browser alone.'],
  sessions: [
    'Sessions are not kept here',
    'People sign in to the proxy in front of Loopdesk, which knows who is signed in.',
  ],
  audit: ['The audit log is for admins', 'It tells who took files, who made tokens, and how access changed.'],
};

/** The reason why a page is not for the reader. */
export function NotOffered({ page, me }: { readonly page: AccessPage; readonly me: Me }) {
  const [title, reason] = REASONS[page];
  const whom = me.contact ?? 'whoever runs Loopdesk';
  return (
    <Panel icon={DoorClosed} title={title}>
      <p>{reason}</p>
      {page !== 'sessions' && <p>Ask {whom} if you need it.</p>}
    </Panel>
  );
}
