import type { AnsweredList } from '../../api/tickets.ts';
import { formatCount } from '../../format/numbers.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './group-title.module.css';
import type { PageGroup } from './ticket-groups.ts';
import { useGroupCounts } from './use-group-counts.ts';

interface GroupCountProps {
  readonly list: AnsweredList;
  readonly group: PageGroup;
}

/** Number of a group's tickets in the whole list, and whether it goes on from further up. */
export function GroupCount({ list, group }: GroupCountProps) {
  const { counts, isFailed } = useGroupCounts(list);
  const { page } = list;
  if (isFailed) {
    return (
      <span className={styles.count} title="The number cannot be had at the moment">
        –<VisuallyHidden> tickets: the number cannot be had at the moment</VisuallyHidden>
      </span>
    );
  }
  if (counts === null) return null;
  const count = counts.of(group);
  const isContinued =
    group.isRepeated || (group.from === 0 && (page.number - 1) * page.perPage > counts.before(group));
  return (
    <span className={styles.count}>
      {isContinued && 'continued '}
      {formatCount(count)}
      <VisuallyHidden>{count === 1 ? ' ticket' : ' tickets'}</VisuallyHidden>
    </span>
  );
}
