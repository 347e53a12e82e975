import { Check, House } from 'lucide-react';
import { type RefObject, useRef } from 'react';
import { keyCaps } from '../commands/command.ts';
import { formatCount } from '../format/numbers.ts';
import { Menu, MenuGroup, MenuItem } from '../ui/menu.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import type { SavedView } from './saved-view.ts';
import { type ActiveView, showView } from './use-active-view.ts';
import { keysOf } from './use-view-commands.ts';
import { useViewCounts } from './use-view-counts.ts';
import styles from './view-menu.module.css';
import { loadingMessage } from './views-loading.tsx';

/** An action on what is on screen, as a view. */
export type ViewAction = 'update' | 'reset' | 'save' | 'manage';

interface ViewMenuProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly activeView: ActiveView;
  readonly actions: Readonly<Record<ViewAction, () => void>>;
  readonly onClose: () => void;
}

/** All views to choose from, each with how many tickets it has, and what can be done with the one on screen. */
export function ViewMenu({ anchor, activeView: { views, inUse }, actions, onClose }: ViewMenuProps) {
  const listState = useListState();
  const counts = useViewCounts(views.all);
  const groups = [
    { title: 'Ready views', views: views.all.filter(({ own }) => !own) },
    { title: 'My views', views: views.own },
  ].filter((group) => group.views.length > 0);
  const shown = inUse !== null && !inUse.changed ? inUse.view : null;
  const initial = inUse?.view ?? views.all[0];
  const initialItem = useRef<HTMLElement>(null);
  const offered: readonly { readonly action: ViewAction; readonly label: string }[] = [
    ...(inUse?.changed && inUse.view.own ? [{ action: 'update', label: 'Save changes' } as const] : []),
    ...(inUse?.changed ? [{ action: 'reset', label: 'Reset' } as const] : []),
    { action: 'save', label: 'Save as a new view…' },
    { action: 'manage', label: 'Manage views…' },
  ];
  return (
    <Menu anchor={anchor} title="Views" initial={initialItem} onClose={onClose}>
      {groups.map((group, index) => (
        <MenuGroup key={group.title} label={group.title} titled={index > 0} value={shown?.id ?? null}>
          {group.views.map((one) => (
            <MenuItem
              key={one.id}
              ref={one === initial ? initialItem : undefined}
              label={one.name}
              value={one.id}
              onClick={() => showView(listState, one)}
            >
              <ViewLine
                view={one}
                views={views.all}
                inUse={one === shown}
                count={counts.get(one.id) ?? null}
                start={one.id === views.start.id}
              />
            </MenuItem>
          ))}
        </MenuGroup>
      ))}
      {views.loading.status !== 'ready' && (
        <MenuGroup label="Loading">
          <MenuItem
            label={loadingMessage(views.loading)}
            disabled={views.loading.status === 'loading'}
            staysOpen
            onClick={views.loading.retry}
          >
            <span className={styles.mark} />
            {loadingMessage(views.loading)}
            {views.loading.status === 'error' && ' Try again'}
          </MenuItem>
        </MenuGroup>
      )}
      <MenuGroup label="This view">
        {offered.map(({ action, label }) => (
          <MenuItem key={action} label={label} onClick={actions[action]}>
            <span className={styles.mark} />
            {label}
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  );
}

interface ViewLineProps {
  readonly view: SavedView;
  readonly views: readonly SavedView[];
  readonly inUse: boolean;
  /** The number of its tickets; null while that is not known. */
  readonly count: number | null;
  readonly start: boolean;
}

function ViewLine({ view, views, inUse, count, start }: ViewLineProps) {
  const keys = keysOf(view, views);
  return (
    <>
      <span className={styles.mark}>{inUse && <Check aria-hidden />}</span>
      <bdi className={styles.name}>{view.name}</bdi>
      {start && (
        <span className={styles.start}>
          <House aria-hidden />
          Start
        </span>
      )}
      <span className={styles.count}>{count !== null && formatCount(count)}</span>
      <span className={styles.keys} aria-hidden>
        {keys !== null && keyCaps(keys).map((key) => <kbd key={key}>{key}</kbd>)}
      </span>
    </>
  );
}
