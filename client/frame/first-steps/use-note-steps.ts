import { useEffect } from 'react';
import { subscribeToRuns } from '../../commands/registry.ts';
import { noteFirstStep } from '../../settings/settings.ts';
import { useViews } from '../../views/use-views.ts';
import { useListState } from '../../workspace/workspace-context.ts';

/** Ticks the steps off as they are done, by whatever way. A meeting notes its own start. */
export function useNoteSteps(): void {
  const { query, workspace } = useListState();
  const { own } = useViews(workspace);
  const hasSegment = query.segment.length + query.not.segment.length > 0;
  const hasView = own.length > 0;
  useEffect(() => {
    if (hasSegment) noteFirstStep('segment');
    if (hasView) noteFirstStep('view');
  }, [hasSegment, hasView]);
  useEffect(
    () =>
      subscribeToRuns((id) => {
        if (id === 'next' || id === 'previous') noteFirstStep('step');
      }),
    [],
  );
}
