import { Dialog } from '@base-ui/react/dialog';
import { useRef } from 'react';
import { formatCountOf } from '../format/numbers.ts';
import { useAwaitedFocus } from '../ui/awaited-focus.ts';
import { buttonClass } from '../ui/button.tsx';
import { useShownList } from '../workspace/workspace-context.ts';
import { FilterPanel } from './filter-panel.tsx';
import styles from './filter-sheet.module.css';

/** The filters over the list, where there is no room beside it. */
export function FilterSheet({ onClose }: { readonly onClose: () => void }) {
  const { list } = useShownList();
  const sheet = useRef<HTMLDivElement>(null);
  useAwaitedFocus(sheet, onClose);
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Popup ref={sheet} className={styles.sheet}>
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>Filters</Dialog.Title>
            <Dialog.Close className={buttonClass('primary')}>
              {list === null ? 'Close' : `Show ${formatCountOf(list.page.total, 'ticket')}`}
            </Dialog.Close>
          </div>
          <div className={styles.body}>
            <FilterPanel />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
