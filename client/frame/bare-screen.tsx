import type { ReactNode } from 'react';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { BareHeader } from './header.tsx';

interface BareScreenProps {
  readonly demo: boolean;
  readonly children: ReactNode;
}

/** A screen without a list: there is none yet, or the address leads to none. */
export function BareScreen({ demo, children }: BareScreenProps) {
  return (
    <>
      <BareHeader demo={demo} />
      <main>
        <VisuallyHidden as="h1">Loopdesk</VisuallyHidden>
        {children}
      </main>
    </>
  );
}
