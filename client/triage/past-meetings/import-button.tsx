import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { oneLine } from '../../format/one-line.ts';
import { Button } from '../../ui/button.tsx';
import { readMeetingFile } from '../model/meeting-file.ts';
import type { StoredMeetings } from '../store/meetings-query.ts';
import { openStore } from '../store/open-store.ts';
import styles from './past-meetings.module.css';

interface ImportButtonProps {
  readonly stored: StoredMeetings;
  readonly onImported: () => void;
}

/** The button that imports a meeting exported by another browser. */
export function ImportButton({ stored, onImported }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const [notice, setNotice] = useState<{ readonly message: string; readonly failed: boolean } | null>(null);
  const read = async (file: File) => {
    try {
      const name = await importFile(file, stored);
      setNotice({ message: `“${oneLine(name)}” is imported.`, failed: false });
      onImported();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setNotice({ message: `${oneLine(file.name, 100)} was not imported. ${reason}`, failed: true });
    }
  };
  return (
    <div className={styles.import}>
      <span role="status" className={notice?.failed ? styles.failure : undefined}>
        {notice?.message}
      </span>
      <Button onClick={() => input.current?.click()}>
        <Upload aria-hidden />
        Import a meeting
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="File of a meeting"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void read(file);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
    </div>
  );
}

/** @throws Error with a sentence for a file that holds no meeting, or when it cannot be kept */
async function importFile(file: File, stored: StoredMeetings): Promise<string> {
  const isStored = (id: string) => stored.meetings.some(({ head }) => head.id === id);
  const read = await readMeetingFile(file, isStored);
  if (!read.ok) throw new Error(read.reason);
  await (await openStore()).create(read.meeting);
  return read.meeting.head.title;
}
