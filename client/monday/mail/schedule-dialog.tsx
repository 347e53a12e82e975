import { type FormEvent, useId, useRef } from 'react';
import { WEEKDAYS, type Weekday } from '../../../contract/index.ts';
import type { Schedule } from '../../api/report.ts';
import { formatExact } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import { Button } from '../../ui/button.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './schedule-dialog.module.css';
import { useScheduleForm } from './use-schedule-form.ts';

interface ScheduleDialogProps {
  readonly schedule: Schedule;
  readonly onClose: () => void;
}

/** The schedule by which the Monday page goes out as a mail: to whom, when, and what became of the last one. */
export function ScheduleDialog({ schedule, onClose }: ScheduleDialogProps) {
  const ownZone = useZone();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft, change, error, isSaving, save } = useScheduleForm(schedule, onClose);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await save())) field.current?.focus();
  };
  return (
    <ModalDialog title="Send by mail" initialFocus={field} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <label htmlFor={`${id}-people`}>Recipients, one a line</label>
        <textarea
          ref={field}
          id={`${id}-people`}
          className={styles.people}
          rows={4}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-error`}
          value={draft.people}
          onChange={(event) => change({ people: event.target.value })}
        />
        <p id={`${id}-error`} role="alert" className={styles.error}>
          {error}
        </p>
        <div className={styles.when}>
          <label htmlFor={`${id}-day`}>Day</label>
          <Select
            id={`${id}-day`}
            value={draft.weekday}
            onChange={(event) => change({ weekday: event.target.value as Weekday })}
          >
            {WEEKDAYS.map((day) => (
              <option key={day} value={day}>
                {day.charAt(0).toUpperCase() + day.slice(1)}
              </option>
            ))}
          </Select>
          <label htmlFor={`${id}-time`}>Time</label>
          <input
            id={`${id}-time`}
            type="time"
            required
            value={draft.at}
            onChange={(event) => change({ at: event.target.value })}
          />
          <label htmlFor={`${id}-zone`}>Time zone</label>
          <Select
            id={`${id}-zone`}
            value={draft.zone}
            onChange={(event) => change({ zone: event.target.value })}
          >
            {[...new Set([ownZone, schedule.zone, 'UTC'])].map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </div>
        <label className={styles.enabled}>
          <input
            type="checkbox"
            checked={draft.enabled}
            onChange={(event) => change({ enabled: event.target.checked })}
          />
          Send it every week
        </label>
        <p className={styles.note}>
          It is about the whole workspace, whatever is filtered here, and names no customers. Recipients see
          each other.
        </p>
        <LastMail schedule={schedule} zone={ownZone} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" disabled={isSaving}>
            Save
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

function LastMail({ schedule, zone }: { readonly schedule: Schedule; readonly zone: string }) {
  const { lastSentAt, nextAt, problem } = schedule;
  if (lastSentAt === null && nextAt === null && problem === null) return null;
  return (
    <ul className={styles.last}>
      {problem !== null && <li className={styles.error}>{problem}</li>}
      {lastSentAt !== null && <li>Last sent {formatExact(lastSentAt, zone)}</li>}
      {nextAt !== null && <li>Next {formatExact(nextAt, zone)}</li>}
    </ul>
  );
}
