import { Share2 } from 'lucide-react';
import { type ReactNode, type RefObject, useMemo, useRef, useState } from 'react';
import type { Command } from '../../commands/command.ts';
import { useCommands } from '../../commands/registry.ts';
import { Button } from '../../ui/button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import styles from './share-button.module.css';

const CopyByHand = lazyPart(() => import('./copy-by-hand.tsx').then((it) => it.CopyByHand), {
  name: 'The text to copy',
  place: 'over',
});

/** The props that a menu of ways to share gets from its button. */
export interface ShareMenuProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  /** Called with a text that the browser would not copy, perhaps after the menu is closed. */
  readonly onRefused: (text: string) => void;
}

interface ShareButtonProps {
  /** Whether there is nothing to share yet. */
  readonly disabled: boolean;
  /** The menu that it opens. */
  readonly children: (menu: ShareMenuProps) => ReactNode;
}

/** The one way to what leaves a screen: link, copies, files and paper. */
export function ShareButton({ disabled, children }: ShareButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const commands: readonly Command[] = useMemo(
    () => [
      {
        id: 'share',
        group: 'List',
        label: 'Share: copy, export or print',
        keys: null,
        run: () => setIsOpen(!disabled),
      },
    ],
    [disabled],
  );
  useCommands(commands);
  return (
    <>
      <Button
        ref={button}
        className={styles.button ?? ''}
        disabled={disabled}
        title="Share: link, copy, workbook, print"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Share2 aria-hidden />
        <span>Share</span>
      </Button>
      {isOpen && children({ anchor: button, onClose: () => setIsOpen(false), onRefused: setRefused })}
      {refused !== null && <CopyByHand text={refused} onClose={() => setRefused(null)} />}
    </>
  );
}
