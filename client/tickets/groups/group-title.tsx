import { AlarmClock } from 'lucide-react';
import type { AnsweredList } from '../../api/tickets.ts';
import { PriorityIcon } from '../../badges/badges.tsx';
import { formatCount } from '../../format/numbers.ts';
import { formatValue } from '../../format/value-labels.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { ListLink } from '../../workspace/list-link.tsx';
import { useListState } from '../../workspace/workspace-context.ts';
import styles from './group-title.module.css';
import { filterGroup, type PageGroup } from './ticket-groups.ts';
import { useGroupCounts } from './use-group-counts.ts';

interface GroupTitleProps {
  readonly list: AnsweredList;
  readonly group: PageGroup;
  /** Whether the Tab key leads here; the arrow keys lead to the other lines. */
  readonly isStop: boolean;
}

/** Name and number of a group; a click shows its tickets alone, which are as many. */
export function GroupTitle({ list, group, isStop }: GroupTitleProps) {
  const listState = useListState();
  const { counts, isFailed } = useGroupCounts(list);
  const { page, facets } = list;
  const { isOverdue, priority } = group;
  const priorities = facets.priority.map(({ value }) => value);
  const isContinued =
    group.isRepeated ||
    (group.from === 0 && counts !== null && (page.number - 1) * page.perPage > counts.before(group));
  return (
    <ListLink
      className={styles.title}
      query={filterGroup(listState.query, group, priorities)}
      tabIndex={isStop ? 0 : -1}
      title="Show this group alone"
    >
      {isOverdue && <AlarmClock aria-hidden className={styles.clock} />}
      {/* The blanks are for who copies or hears it. */}
      {isOverdue ? 'Overdue' : 'Not overdue'} <span aria-hidden>·</span>
      <PriorityIcon priority={priority} />{' '}
      <bdi>{priority === null ? 'No priority' : formatValue(priority)}</bdi>{' '}
      {isContinued && <span className={styles.quiet}>continued</span>}{' '}
      {/* It stands last, so that nothing moves when it comes. */}
      {counts !== null && (
        <span className={styles.count}>
          {formatCount(counts.of(group))}
          <VisuallyHidden>{counts.of(group) === 1 ? ' ticket' : ' tickets'}</VisuallyHidden>
        </span>
      )}
      {isFailed && (
        <span className={styles.count} title="The number cannot be had at the moment">
          –<VisuallyHidden> tickets: the number cannot be had at the moment</VisuallyHidden>
        </span>
      )}
    </ListLink>
  );
}
