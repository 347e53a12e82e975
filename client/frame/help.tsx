import { COMMAND_GROUPS, keyCaps } from '../commands/command.ts';
import { useAllCommands } from '../commands/registry.ts';
import { changeSettings, useSettings } from '../settings/settings.ts';
import { Button } from '../ui/button.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import styles from './help.module.css';
import { HelpMarks } from './help-marks.tsx';
import { HelpSearch } from './help-search.tsx';

/** Keys handled by the part that has the focus, and so no commands. */
const OTHERS = [
  { caps: ['Enter'], label: 'Open the focused ticket' },
  { caps: ['Esc'], label: 'Close what is open, or leave the search' },
  { caps: ['←', '→'], label: 'Along a row of the table: its box, and cells that filter' },
  { caps: ['←', '→'], label: 'Along the header, the tools, the tiles and the filters on the search box' },
  { caps: ['←', '→'], label: 'Along a chart; Enter shows the tickets where there is a list of them' },
  {
    caps: ['↑', '↓'],
    label: 'From row to row, from the first one to the heads, and in the filters from value to value',
  },
  { caps: ['→'], label: 'In the filters: to “only” and “not” of a value' },
  { caps: ['Shift', 'Enter'], label: 'In the menu of filters: exclude the value' },
  { caps: ['Shift', 'click'], label: 'Add a column to the order, or select a range' },
];

interface HelpProps {
  readonly onClose: () => void;
  /** Such keys of this screen. */
  readonly others?: typeof OTHERS;
}

/** All keys of this screen, the syntax of its search, and the marks in the list. */
export function Help({ onClose, others = OTHERS }: HelpProps) {
  const commands = useAllCommands();
  const { keys: singleKeys } = useSettings();
  const groups = COMMAND_GROUPS.map((group) => ({
    group,
    lines: commands
      .filter((command) => command.group === group)
      .flatMap(({ keys, label }) => (keys === null ? [] : [{ caps: keyCaps(keys), label }])),
  })).filter(({ lines }) => lines.length > 0);
  return (
    <ModalDialog title="Keys and marks" width="wide" onClose={onClose}>
      {!singleKeys && (
        <p className={styles.off}>
          Single-key shortcuts are off; combinations still work. “Turn single-key shortcuts on” is among the
          commands.
        </p>
      )}
      {commands.some(({ id }) => id === 'setting-firstSteps-true') && (
        <Button
          className={styles.steps}
          onClick={() => {
            changeSettings({ firstSteps: true });
            onClose();
          }}
        >
          Show the first steps
        </Button>
      )}
      <div className={styles.columns}>
        {[...groups, { group: 'Everywhere', lines: others }].map(({ group, lines }) => (
          <section key={group} className={styles.section}>
            <h3 className={styles.group}>{group}</h3>
            <dl className={styles.lines}>
              {lines.map(({ caps, label }) => (
                <div key={label}>
                  <dt>
                    {caps.map((cap) => (
                      <kbd key={cap}>{cap}</kbd>
                    ))}
                  </dt>
                  <dd>
                    <bdi>{label}</bdi>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {commands.some(({ id }) => id === 'search') && <HelpSearch />}
        <HelpMarks />
      </div>
    </ModalDialog>
  );
}
