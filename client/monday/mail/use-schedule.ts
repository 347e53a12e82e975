import { useQuery } from '@tanstack/react-query';
import { useIsAtLeast } from '../../account/role.ts';
import { reportQuery, type Schedule } from '../../api/report.ts';
import { useListState } from '../../workspace/workspace-context.ts';

/** The schedule of the mails; null where none are sent, or the reader may not set them. The page is whole without it. */
export function useSchedule(): Schedule | null {
  const { workspace } = useListState();
  const isAdmin = useIsAtLeast('admin');
  const { data } = useQuery({ ...reportQuery(workspace), enabled: isAdmin, retry: false });
  return isAdmin && data?.available ? data : null;
}
