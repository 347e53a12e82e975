import type { Me } from '../../contract/index.ts';

/** A sentence for somebody who may see less than they should; nothing for everybody else. */
export function GroupsLeftOut({ me: { groupsLeftOut, contact } }: { readonly me: Me }) {
  if (!groupsLeftOut) return null;
  return (
    <p>
      Your account is in more groups than the sign-in service tells Loopdesk, so you may see less than you
      should. Tell {contact ?? 'whoever runs Loopdesk'}.
    </p>
  );
}
