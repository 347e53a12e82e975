import { CircleAlert, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, IconButton } from './button.tsx';
import styles from './part-failure.module.css';
import { reloadPage } from './reload-page.ts';
import type { UnavailableReason } from './why-unavailable.ts';

/**
 * The place of a part: that of a whole screen, at the side over the list, over everything as a dialog or a menu, in
 * a place of its own among others, or in a place too small for words.
 */
export type PartPlace = 'screen' | 'side' | 'over' | 'inline' | 'small';

/** The problem of a part: it could not be fetched, or it is broken itself. */
export type PartProblem = UnavailableReason | 'broken';

interface PartFailureProps {
  /** The part, as a sentence about it begins. */
  readonly name: string;
  readonly place: PartPlace;
  readonly reason: PartProblem;
  /** The original error message. */
  readonly message?: string;
  readonly onRetry: () => void;
  readonly onClose?: (() => void) | undefined;
}

const REASONS: Readonly<Record<PartProblem, string>> = {
  unreachable: 'Can’t reach Loopdesk. Everything else on this page stays as it is.',
  updated:
    'Loopdesk has been updated since this page was loaded. After a reload it is there; the address, the list and the selection stay.',
  missing:
    'Loopdesk answers, but without it: perhaps it is being updated. A reload brings the newest; the address, the list and the selection stay.',
  broken: 'This is a mistake of Loopdesk. Everything else on this page goes on working.',
};

/** The stand-in for a part of the screen that could not be loaded, with another try. */
export function PartFailure({ name, place, reason, message, onRetry, onClose }: PartFailureProps) {
  const retry = useRef<HTMLButtonElement>(null);
  const inTheWay = place === 'side' || place === 'over';
  useEscape(inTheWay ? onClose : undefined);

  // Whoever has just asked for it by a key or a click goes on from here, and afterwards from where that was.
  useEffect(() => {
    if (!inTheWay) return;
    const before = document.activeElement;
    retry.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [inTheWay]);

  const title = reason === 'broken' ? `${name} has failed` : `${name} could not be loaded`;
  if (place === 'small') {
    return (
      <IconButton ref={retry} label={`${title}. Try again`} className={styles.small} onClick={onRetry}>
        <CircleAlert aria-hidden />
      </IconButton>
    );
  }
  const outdated = reason !== 'unreachable';
  return (
    <section className={styles.failure} data-place={place} role="alert" aria-label={title}>
      <CircleAlert aria-hidden className={styles.icon} />
      <p className={styles.title}>{title}</p>
      {onClose !== undefined && (
        <IconButton label="Close" className={styles.close} onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      )}
      <p className={styles.reason}>
        {REASONS[reason]}
        {message !== undefined && <code className={styles.message}>{message}</code>}
      </p>
      <div className={styles.buttons}>
        <Button ref={retry} onClick={onRetry}>
          Try again
        </Button>
        {outdated && <Button onClick={reloadPage}>Reload page</Button>}
      </div>
    </section>
  );
}

/** Escape closes what is in the way, unless something over it has taken the key. */
function useEscape(onClose: (() => void) | undefined): void {
  useEffect(() => {
    if (onClose === undefined) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onClose]);
}
