import type { MouseEvent } from 'react';
import { Link } from 'wouter';
import { useListState } from '../workspace/workspace-context.ts';
import { type SavedView, viewHref } from './saved-view.ts';
import { type ActiveView, showView } from './use-active-view.ts';
import styles from './view-heading.module.css';

/** The reader's own views, one click away: as many as there is room for, the first at the end. */
export function OwnViewLinks({ activeView: { views, inUse } }: { readonly activeView: ActiveView }) {
  const listState = useListState();
  if (views.own.length === 0) return null;
  const show = (view: SavedView) => (event: MouseEvent) => {
    event.preventDefault();
    showView(listState, view);
  };
  return (
    <nav className={styles.own} aria-label="My views">
      {views.own.map((view) => (
        <Link
          key={view.id}
          className={styles.link}
          href={viewHref(view, listState.workspace, { screen: listState.screen })}
          title={view.name}
          aria-current={inUse?.view === view ? 'true' : undefined}
          onClick={show(view)}
        >
          <bdi>{view.name}</bdi>
        </Link>
      ))}
    </nav>
  );
}
