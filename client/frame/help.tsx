import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { COMMAND_GROUPS, keyCaps } from '../commands/command.ts';
import { useAllCommands } from '../commands/registry.ts';
import { IconButton } from '../ui/button.tsx';
import styles from './help.module.css';

/** What is pressed where it stands, and so is no command. */
const OTHERS = [
  { keys: ['Enter'], label: 'Open the focused ticket' },
  { keys: ['Esc'], label: 'Close what is open' },
  { keys: ['Shift', 'click'], label: 'Add a column to the order' },
];

interface HelpProps {
  readonly onClose: () => void;
  /** What is pressed where it stands, on this screen. */
  readonly others?: typeof OTHERS;
}

/** All keys that do something on this screen. */
export function Help({ onClose, others = OTHERS }: HelpProps) {
  const commands = useAllCommands();
  const groups = COMMAND_GROUPS.map((group) => ({
    group,
    lines: commands
      .filter((command) => command.group === group)
      .flatMap(({ keys, label }) => (keys === null ? [] : [{ keys: keyCaps(keys), label }])),
  })).filter(({ lines }) => lines.length > 0);
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>Keys</Dialog.Title>
            <Dialog.Close render={<IconButton label="Close" />}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          {[...groups, { group: 'Everywhere', lines: others }].map(({ group, lines }) => (
            <section key={group}>
              <h3 className={styles.group}>{group}</h3>
              <dl className={styles.keys}>
                {lines.map(({ keys, label }) => (
                  <div key={label}>
                    <dt>
                      {keys.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dt>
                    <dd>{label}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
