import { Check, House } from 'lucide-react';
import type { RefObject } from 'react';
import { keyCaps } from '../commands/command.ts';
import { formatCount } from '../format/numbers.ts';
import { AnchoredPopup } from '../ui/anchored-popup.tsx';
import { Menu, MenuGroup, MenuItem } from '../ui/menu.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import type { SavedView } from './saved-view.ts';
import { type ActiveView, showView } from './use-active-view.ts';
import { keysOf } from './use-view-commands.ts';
import { useViewCounts } from './use-view-counts.ts';
import styles from './view-menu.module.css';

/** What can be done with what is on screen, as a view. */
export type ViewAction = 'update' | 'reset' | 'save' | 'manage' | 'copy';

interface ViewMenuProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly named: ActiveView;
  readonly actions: Readonly<Record<ViewAction, () => void>>;
  readonly onClose: () => void;
}

/** All views to choose from, each with how many tickets it has, and what can be done with the one on screen. */
export function ViewMenu({ anchor, named: { views, inUse }, actions, onClose }: ViewMenuProps) {
  const listState = useListState();
  const counts = useViewCounts(views.all);
  const groups = [
    { title: 'Ready views', views: views.all.filter(({ own }) => !own) },
    { title: 'My views', views: views.own },
  ].filter((group) => group.views.length > 0);
  const first = inUse?.view ?? views.all[0];
  const offered: readonly { readonly action: ViewAction; readonly label: string }[] = [
    ...(inUse?.changed && inUse.view.own ? [{ action: 'update', label: 'Save changes' } as const] : []),
    ...(inUse?.changed ? [{ action: 'reset', label: 'Reset' } as const] : []),
    { action: 'save', label: 'Save as a new view…' },
    { action: 'copy', label: 'Copy the link' },
    { action: 'manage', label: 'Manage views…' },
  ];
  return (
    <AnchoredPopup anchor={anchor} align="start" title="Views" onClose={onClose}>
      <Menu label="Views">
        {groups.map((group, index) => (
          <MenuGroup key={group.title} label={group.title} titled={index > 0}>
            {group.views.map((one) => (
              <MenuItem
                key={one.id}
                first={one === first}
                checked={one === inUse?.view && !inUse.changed}
                onClick={() => {
                  showView(listState, one);
                  onClose();
                }}
              >
                <ViewLine
                  view={one}
                  views={views.all}
                  inUse={one === inUse?.view && !inUse.changed}
                  count={counts.get(one.id) ?? null}
                  start={one.id === views.start.id}
                />
              </MenuItem>
            ))}
          </MenuGroup>
        ))}
        <MenuGroup label="This view">
          {offered.map(({ action, label }) => (
            <MenuItem
              key={action}
              first={false}
              onClick={() => {
                actions[action]();
                onClose();
              }}
            >
              <span className={styles.mark} />
              {label}
            </MenuItem>
          ))}
        </MenuGroup>
      </Menu>
    </AnchoredPopup>
  );
}

interface ViewLineProps {
  readonly view: SavedView;
  readonly views: readonly SavedView[];
  readonly inUse: boolean;
  /** How many tickets it has; null while that is not known. */
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
