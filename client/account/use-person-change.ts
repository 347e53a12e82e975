import { useLayoutEffect, useRef } from 'react';
import type { Me } from '../../contract/index.ts';
import { session } from '../api/session.ts';
import { setStorageOwner, storageOwner } from '../storage/owner.ts';

// Known before the first answer: a proxy's own page in its place then says that nobody is signed in.
session.expectSignIn(storageOwner() !== null);

/** Change of the person in this browser. */
interface PersonChange {
  /** Whether somebody else than before has signed in here. Nothing of theirs may mix with what is kept here. */
  readonly isAnother: boolean;
  /** Whether screens of the person before are open in this tab. */
  readonly wasShown: boolean;
}

/** Makes what this browser keeps the reader's own, unless somebody else's tickets are among it: then nothing yet. */
export function usePersonChange(me: Me | undefined): PersonChange {
  const id = me?.user?.id ?? null;
  const owner = storageOwner();
  const isAnother = id !== null && owner !== null && owner !== id;
  const isKnown = me !== undefined;
  const wasShown = useRef(false);
  useLayoutEffect(() => {
    if (!isKnown || isAnother) return;
    wasShown.current = true;
    session.expectSignIn(id !== null);
    setStorageOwner(id);
  }, [isKnown, isAnother, id]);
  return { isAnother, wasShown: wasShown.current };
}
