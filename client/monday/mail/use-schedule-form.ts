import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { describeFailure } from '../../api/describe-failure.ts';
import { reportQuery, type Schedule, saveReport } from '../../api/report.ts';
import { ApiProblem } from '../../api/request.ts';
import { useZone } from '../../settings/settings.ts';
import { showToast } from '../../ui/toasts.ts';
import { useListState } from '../../workspace/workspace-context.ts';
import { readRecipients } from './read-recipients.ts';

/** The schedule as it is being written. */
export interface Draft extends Pick<Schedule, 'weekday' | 'at' | 'zone' | 'enabled'> {
  /** Recipients, as they were typed. */
  readonly people: string;
}

/** The form of a schedule: what is written, why it is not saved, and its saving. */
export function useScheduleForm(schedule: Schedule, onSaved: () => void) {
  const { workspace } = useListState();
  const client = useQueryClient();
  const ownZone = useZone();
  const isFirst = schedule.version === 0;
  const [draft, setDraft] = useState<Draft>({
    people: schedule.recipients.join('\n'),
    weekday: schedule.weekday,
    at: schedule.at,
    zone: isFirst ? ownZone : schedule.zone,
    enabled: isFirst || schedule.enabled,
  });
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  /** @returns whether it was saved */
  async function save(): Promise<boolean> {
    const { people, ...times } = draft;
    const read = readRecipients(people);
    if (!read.ok) {
      setError(read.error);
      return false;
    }
    const { recipients } = read;
    if (draft.enabled && recipients.length === 0) {
      setError('Name somebody who gets it, or switch it off.');
      return false;
    }
    setSaving(true);
    try {
      const saved = await saveReport(workspace, { version: schedule.version, recipients, ...times });
      client.setQueryData(reportQuery(workspace).queryKey, saved);
      showToast({
        id: 'report',
        text: draft.enabled ? 'The Monday page goes out by mail' : 'No mails go out',
      });
      onSaved();
      return true;
    } catch (failure) {
      setSaving(false);
      setError(describeSaving(failure as Error));
      return false;
    }
  }

  return {
    draft,
    change(part: Partial<Draft>) {
      setDraft({ ...draft, ...part });
      setError(null);
    },
    error,
    isSaving,
    save,
  };
}

function describeSaving(error: Error): string {
  const isConflict = error instanceof ApiProblem && error.problem.code === 'conflict';
  if (!isConflict) return `It is not saved. ${describeFailure(error)}`;
  return 'It is not saved: somebody else has changed the schedule. Reload the page to see theirs.';
}
