import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { Link } from 'wouter';
import { ACCESS_PAGES, accessPath, offeredPages } from '../account/access-pages.ts';
import { useMe } from '../account/me-context.ts';
import { useSeesCustomers } from '../account/role.ts';
import { useAwaitedFocus } from '../ui/awaited-focus.ts';
import { buttonClass, IconButton } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import modal from '../ui/modal-dialog.module.css';
import { LocalData } from './local-data.tsx';
import { offeredSettings } from './setting.ts';
import { SettingFields, SettingsSection } from './setting-fields.tsx';
import { changeSettings, useSettings } from './settings.ts';
import styles from './settings-dialog.module.css';
import { SETTINGS } from './settings-table.ts';

/** The settings of this browser's reader. Each choice holds at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const settings = useSettings();
  const seesCustomers = useSeesCustomers();
  const pages = offeredPages(useMe());
  const heading = useRef<HTMLHeadingElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  useAwaitedFocus(popup, onClose);
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={modal.backdrop} />
        <Dialog.Popup
          ref={popup}
          className={classes(modal.surface, styles.popup)}
          initialFocus={heading}
          data-keys="own"
        >
          <div className={styles.head}>
            <Dialog.Title ref={heading} tabIndex={-1} className={styles.title}>
              Settings
            </Dialog.Title>
            <Dialog.Close render={<IconButton label="Close" />}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <div className={styles.body}>
            <SettingFields
              table={offeredSettings(SETTINGS, seesCustomers)}
              values={settings}
              onChange={changeSettings}
              container={popup}
            />
            {pages.length > 0 && (
              <SettingsSection title="Access">
                <ul className={styles.pages}>
                  {pages.map((page) => (
                    <li key={page}>
                      <Link className={buttonClass()} href={accessPath(page)}>
                        {ACCESS_PAGES[page]}
                      </Link>
                    </li>
                  ))}
                </ul>
              </SettingsSection>
            )}
            <SettingsSection title="Local data">
              <LocalData />
            </SettingsSection>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
