import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly icon: LucideIcon;
  readonly tone?: 'calm' | 'fail';
  readonly title: string;
  readonly children?: ReactNode;
}

/** Message in the place of the list when there is no list to show. */
export function Panel({ icon: Icon, tone = 'calm', title, children }: PanelProps) {
  return (
    <div className={styles.panel} data-tone={tone} role={tone === 'fail' ? 'alert' : undefined} data-printed>
      <span className={styles.icon}>
        <Icon aria-hidden />
      </span>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
