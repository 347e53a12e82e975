import { Menu } from '@base-ui/react/menu';
import { Check, House } from 'lucide-react';
import type { RefObject } from 'react';
import { keyCaps } from '../commands/command.ts';
import { useDesk } from '../desk/desk-context.ts';
import { formatCount } from '../format/numbers.ts';
import type { NamedView } from './named-view.ts';
import { type NamedViewOnScreen, showView } from './use-named-view.ts';
import { keysOf } from './use-view-commands.ts';
import { useViewCounts } from './use-view-counts.ts';
import styles from './view-menu.module.css';

/** What can be done with what is on screen, as a view. */
export type ViewAction = 'update' | 'reset' | 'save' | 'manage' | 'copy';

interface ViewMenuProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly named: NamedViewOnScreen;
  readonly actions: Readonly<Record<ViewAction, () => void>>;
  readonly onClose: () => void;
}

/** All views to choose from, and what can be done with the one on screen. */
export function ViewMenu({ anchor, named: { views, inUse }, actions, onClose }: ViewMenuProps) {
  const { view } = useDesk();
  const counts = useViewCounts(views.all);
  const groups = [
    { title: 'Ready views', views: views.all.filter(({ own }) => !own) },
    { title: 'My views', views: views.own },
  ].filter((group) => group.views.length > 0);
  const choose = (id: string) => {
    const chosen = views.all.find((known) => known.id === id);
    if (chosen) showView(view, chosen);
  };
  return (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(open, { event }) => {
        const onButton = event.target instanceof Node && anchor.current?.contains(event.target);
        if (!open && !onButton) onClose();
      }}
    >
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} side="bottom" align="start" sideOffset={6} className={styles.layer}>
          <Menu.Popup className={styles.popup} aria-label="Views" finalFocus={anchor}>
            <Menu.RadioGroup value={inUse?.changed ? null : (inUse?.view.id ?? null)} onValueChange={choose}>
              {groups.map((group) => (
                <Menu.Group key={group.title}>
                  <Menu.GroupLabel className={styles.title}>{group.title}</Menu.GroupLabel>
                  {group.views.map((one) => (
                    <ViewItem
                      key={one.id}
                      view={one}
                      views={views.all}
                      count={counts.get(one.id) ?? null}
                      start={one.id === views.start.id}
                    />
                  ))}
                </Menu.Group>
              ))}
            </Menu.RadioGroup>
            <Menu.Separator className={styles.separator} />
            {inUse?.changed && (
              <>
                {inUse.view.own && <ActionItem onClick={actions.update}>Save changes</ActionItem>}
                <ActionItem onClick={actions.reset}>Reset</ActionItem>
              </>
            )}
            <ActionItem onClick={actions.save}>Save as a new view…</ActionItem>
            <ActionItem onClick={actions.copy}>Copy the link</ActionItem>
            <ActionItem onClick={actions.manage}>Manage views…</ActionItem>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface ViewItemProps {
  readonly view: NamedView;
  readonly views: readonly NamedView[];
  /** How many tickets it has; null while that is not known. */
  readonly count: number | null;
  readonly start: boolean;
}

function ViewItem({ view, views, count, start }: ViewItemProps) {
  const keys = keysOf(view, views);
  return (
    <Menu.RadioItem className={styles.item} value={view.id} label={view.name} closeOnClick>
      <span className={styles.mark}>
        <Menu.RadioItemIndicator>
          <Check aria-hidden />
        </Menu.RadioItemIndicator>
      </span>
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
    </Menu.RadioItem>
  );
}

function ActionItem({ onClick, children }: { readonly onClick: () => void; readonly children: string }) {
  return (
    <Menu.Item className={styles.item} onClick={onClick}>
      <span className={styles.mark} />
      {children}
    </Menu.Item>
  );
}
