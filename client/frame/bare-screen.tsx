import type { ReactNode } from 'react';
import { MAIN_PART, SkipLink } from '../ui/skip-link.tsx';
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
      <SkipLink>Skip to the content</SkipLink>
      <BareHeader demo={demo} />
      <main id={MAIN_PART} tabIndex={-1}>
        <VisuallyHidden as="h1">Loopdesk</VisuallyHidden>
        {children}
      </main>
    </>
  );
}
