import { type FormEvent, useId, useRef, useState } from 'react';
import {
  addDays,
  type CreatedToken,
  dayIn,
  isAtLeast,
  ROLES,
  type Role,
  startOfDay,
} from '../../../contract/index.ts';
import { describeFailure } from '../../api/describe-failure.ts';
import { createToken } from '../../api/tokens.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { useZone } from '../../settings/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import styles from '../access-screen.module.css';
import form from './token-form.module.css';
import { ROLE_NAMES } from './token-table.tsx';

/** Days that a token lasts unless its maker says otherwise, and at most. */
const USUAL_DAYS = 90;
const MOST_DAYS = 365;

const LONGEST_NAME = 80;

interface TokenFormProps {
  /** The reader's own role: a token may do no more. */
  readonly role: Role;
  readonly onCreated: (token: CreatedToken) => void;
}

/** Makes a token: what it is for, what it may do, and its last day. */
export function TokenForm({ role: own, onCreated }: TokenFormProps) {
  const id = useId();
  const zone = useZone();
  const today = dayIn(serverNow(), zone);
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [lastDay, setLastDay] = useState(() => addDays(today, USUAL_DAYS));
  const [isMaking, setMaking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isMaking) return;
    if (name.trim() === '') {
      setFailure('Say what it is for.');
      field.current?.focus();
      return;
    }
    setMaking(true);
    setFailure(null);
    try {
      const expiresAt = new Date(startOfDay(addDays(lastDay, 1), zone)).toISOString();
      onCreated(await createToken({ name: name.trim(), role, expiresAt }));
    } catch (error) {
      setFailure(describeFailure(error as Error));
    } finally {
      setMaking(false);
    }
  };

  return (
    <form className={form.form} aria-label="New token" onSubmit={(event) => void submit(event)}>
      <div className={styles.field}>
        <label htmlFor={`${id}-name`}>What it is for</label>
        <input
          ref={field}
          id={`${id}-name`}
          maxLength={LONGEST_NAME}
          autoComplete="off"
          aria-describedby={`${id}-error`}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-role`}>Role</label>
        <Select id={`${id}-role`} value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {ROLES.filter((each) => isAtLeast(own, each)).map((each) => (
            <option key={each} value={each}>
              {ROLE_NAMES[each]}
            </option>
          ))}
        </Select>
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-end`}>Last day</label>
        <input
          id={`${id}-end`}
          type="date"
          required
          min={today}
          max={addDays(today, MOST_DAYS)}
          value={lastDay}
          onChange={(event) => setLastDay(event.target.value)}
        />
      </div>
      <Button type="submit" variant="primary" aria-disabled={isMaking}>
        Create token
      </Button>
      <p id={`${id}-error`} role="alert" className={form.error}>
        {failure}
      </p>
    </form>
  );
}
