import { Link2, type LucideIcon, Printer } from 'lucide-react';
import { MenuGroup, MenuItem } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toasts.ts';
import { copyLink } from '../../views/change-views.ts';
import { useActiveView } from '../../views/use-active-view.ts';
import styles from './share-items.module.css';

interface ShareItemProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onClick: () => void;
}

/** A way to share. */
export function ShareItem({ icon: Icon, label, onClick }: ShareItemProps) {
  return (
    <MenuItem label={label} onClick={onClick}>
      <Icon aria-hidden className={styles.icon} />
      {label}
    </MenuItem>
  );
}

/** The link to the screen as it is: filters, order and columns. */
export function LinkItem() {
  const { link } = useActiveView();
  return (
    <MenuGroup label="Link">
      <ShareItem icon={Link2} label="Copy link" onClick={async () => showToast(await copyLink(link))} />
    </MenuGroup>
  );
}

interface PrintItemProps {
  readonly label?: string;
}

/** The browser's own print, which gets a screen laid out for paper. */
export function PrintItem({ label = 'Print' }: PrintItemProps) {
  return (
    <MenuGroup label="Paper">
      {/* A browser stands still while it prints: the menu is to be gone by then. */}
      <ShareItem icon={Printer} label={label} onClick={() => setTimeout(() => print())} />
    </MenuGroup>
  );
}
