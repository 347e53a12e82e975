import { Download, FileSpreadsheet, FileText, Table, Type } from 'lucide-react';
import { formatCountOf } from '../../format/numbers.ts';
import type { ShareMenuProps } from '../../frame/share/share-button.tsx';
import { LinkItem, PrintItem, ShareItem } from '../../frame/share/share-items.tsx';
import { Menu, MenuGroup } from '../../ui/menu.tsx';
import { useOpenTicket, useShownList } from '../../workspace/workspace-context.ts';
import { useSelection } from '../selection/use-selection.ts';
import { useShare } from './use-share.ts';

interface TicketShareMenuProps extends ShareMenuProps {
  readonly onExport: () => void;
}

const COPIES = [
  { format: 'markdown', label: 'Copy as Markdown', icon: FileText },
  { format: 'text', label: 'Copy as plain text', icon: Type },
  { format: 'tabs', label: 'Copy as tab-separated text', icon: Table },
] as const;

/** Ways to share the list: the selected tickets, or all that match on every page. */
export function TicketShareMenu({ anchor, onClose, onRefused, onExport }: TicketShareMenuProps) {
  const { list } = useShownList();
  const { count } = useSelection();
  const ticket = useOpenTicket();
  const { copy, saveWorkbook } = useShare(onRefused);
  const shared =
    count > 0
      ? `${formatCountOf(count, 'selected ticket')}`
      : `${formatCountOf(list?.page.total ?? 0, 'ticket')}, on all pages`;
  return (
    <Menu anchor={anchor} title="Share" onClose={onClose}>
      <LinkItem />
      <MenuGroup label={shared} titled>
        {COPIES.map(({ format, label, icon }) => (
          <ShareItem key={format} icon={icon} label={label} onClick={() => copy(format)} />
        ))}
        <ShareItem icon={FileSpreadsheet} label="Workbook (.xlsx)" onClick={saveWorkbook} />
        <ShareItem icon={Download} label="More formats…" onClick={onExport} />
      </MenuGroup>
      <PrintItem label={ticket === null ? 'Print this page' : `Print ticket ${ticket}`} />
    </Menu>
  );
}
