import { AlarmClock } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AnsweredList } from '../../api/tickets.ts';
import { PriorityIcon } from '../../badges/badges.tsx';
import { formatValue } from '../../format/value-labels.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { afterPaint } from '../../workspace/after-paint.ts';
import { ListLink } from '../../workspace/list-link.tsx';
import { useListState } from '../../workspace/workspace-context.ts';
import styles from './group-title.module.css';
import { filterGroup, type PageGroup } from './ticket-groups.ts';

/** It stands last, so that nothing moves when it comes. */
const GroupCount = lazyPart(() => import('./group-count.tsx').then((it) => it.GroupCount), {
  name: 'The number of a group',
  place: 'small',
});

interface GroupTitleProps {
  readonly list: AnsweredList;
  readonly group: PageGroup;
  /** Whether the Tab key leads here; the arrow keys lead to the other lines. */
  readonly isStop: boolean;
}

/** Name and number of a group; a click shows its tickets alone, which are as many. */
export function GroupTitle({ list, group, isStop }: GroupTitleProps) {
  const listState = useListState();
  const [isPainted, setPainted] = useState(false);
  // Nothing that is fetched for a number goes before the rows.
  useEffect(() => afterPaint(() => setPainted(true)), []);
  const { isOverdue, priority } = group;
  const priorities = list.facets.priority.map(({ value }) => value);
  return (
    <>
      <ListLink
        className={styles.title}
        query={filterGroup(listState.query, group, priorities)}
        tabIndex={isStop ? 0 : -1}
        title="Show this group alone"
      >
        {/* The blanks are for who copies or hears it. */}
        {isOverdue && <AlarmClock aria-hidden className={styles.clock} />}
        {isOverdue ? 'Overdue' : 'Not overdue'} <span aria-hidden>·</span>
        <PriorityIcon priority={priority} />{' '}
        <bdi>{priority === null ? 'No priority' : formatValue(priority)}</bdi>
      </ListLink>{' '}
      {isPainted && <GroupCount list={list} group={group} />}
    </>
  );
}
