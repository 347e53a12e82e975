import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { buttonClass, IconButton } from './button.tsx';
import styles from './toaster.module.css';
import { receiveToasts, showToast, type Toast as ToastContent } from './toasts.ts';

/** Time that a toast stays, in milliseconds; it stands still under the pointer and with the focus. */
const STAYS = 10_000;

const manager = Toast.createToastManager<ToastContent>();

/** Stack of notices at the screen’s end, told politely. F6 leads there, Escape puts one away. */
export function Toaster() {
  useEffect(() => receiveToasts(add), []);
  return (
    <Toast.Provider toastManager={manager} timeout={STAYS} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport} aria-label="Notices">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function add(toast: ToastContent): void {
  manager.add({
    ...(toast.id !== undefined && { id: toast.id }),
    data: toast,
    ...(toast.link !== undefined && { timeout: 0 }),
  });
}

function Toasts() {
  const { toasts, close } = Toast.useToastManager<ToastContent>();
  return toasts.map((toast) => {
    const { text, action, link } = toast.data ?? { text: '' };
    const act = async () => {
      close(toast.id);
      const next = await action?.run();
      if (next) showToast(next);
    };
    return (
      <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={['left', 'down']}>
        <Toast.Content className={styles.content}>
          <Toast.Title render={<p />} className={styles.text}>
            {text}
          </Toast.Title>
          {link !== undefined && (
            <input
              className={styles.link}
              aria-label="Link to this view"
              readOnly
              value={link}
              onFocus={(event) => event.target.select()}
            />
          )}
          {action && (
            <Toast.Action className={buttonClass()} onClick={() => void act()}>
              {action.label}
            </Toast.Action>
          )}
          <Toast.Close render={<IconButton label="Close the notice" />}>
            <X aria-hidden />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    );
  });
}
