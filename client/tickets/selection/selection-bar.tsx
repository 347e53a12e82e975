import { Download, ListFilter, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { MAX_IDS } from '../../../contract/index.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { CopyByHand } from '../../frame/share/copy-by-hand.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { useListState, useShownList } from '../../workspace/workspace-context.ts';
import { firstRow } from '../focus/row-focus.ts';
import { useShare } from '../share/use-share.ts';
import { CopyMenu } from './copy-menu.tsx';
import { isSelected } from './selection.ts';
import styles from './selection-bar.module.css';
import { useSelection } from './use-selection.ts';

interface SelectionBarProps {
  readonly onExport: () => void;
  /** Further actions on the selected tickets. */
  readonly children?: ReactNode;
}

/** Size of the selection, and its actions. It floats over the list's end: no row moves when it comes. */
export function SelectionBar({ onExport, children }: SelectionBarProps) {
  const listState = useListState();
  const { selection, change } = useSelection();
  const [refused, setRefused] = useState<string | null>(null);
  const { copy } = useShare(setRefused);
  const showOnly = () => {
    if (selection.kind === 'all') return;
    change({ do: 'clear' });
    listState.updateQuery({ ids: [...selection.ids] });
  };
  const clear = () => {
    change({ do: 'clear' });
    firstRow()?.focus({ preventScroll: true });
  };
  return (
    <section className={styles.bar} aria-label="Selection">
      <div className={styles.row}>
        <SelectionSummary />
        <div className={styles.actions}>
          <CopyMenu onCopy={copy} />
          <Button onClick={onExport}>
            <Download aria-hidden />
            Export…
          </Button>
          {selection.kind === 'picked' && (
            <Button onClick={showOnly}>
              <ListFilter aria-hidden />
              Show only these
            </Button>
          )}
          {children}
          <IconButton label="Clear the selection" onClick={clear}>
            <X aria-hidden />
          </IconButton>
        </div>
      </div>
      {refused !== null && <CopyByHand text={refused} onClose={() => setRefused(null)} />}
    </section>
  );
}

function SelectionSummary() {
  const { list } = useShownList();
  const { selection, count, isFull, change } = useSelection();
  const page = list?.tickets.map(({ id }) => id) ?? [];
  const total = list?.page.total ?? 0;
  const picked = selection.kind === 'picked';
  const wholePage = picked && page.length > 0 && page.every((id) => isSelected(selection, id));
  return (
    <p className={styles.chosen}>
      <strong role="status">{selectionLabel(!picked, count, wholePage && count === page.length)}</strong>
      {isFull && (
        <span role="alert" className={styles.warning}>
          Nothing was added: no more than {formatCount(MAX_IDS)} can be selected one by one.
        </span>
      )}
      {(isFull || wholePage) && total > page.length && (
        <button type="button" className={styles.link} onClick={() => change({ do: 'all' })}>
          Select all {formatCount(total)} that match
        </button>
      )}
    </p>
  );
}

function selectionLabel(all: boolean, count: number, isPage: boolean): string {
  if (all) return `All ${formatCountOf(count, 'ticket')} that match ${count === 1 ? 'is' : 'are'} selected`;
  return isPage ? `${formatCount(count)} on this page selected` : `${formatCount(count)} selected`;
}
