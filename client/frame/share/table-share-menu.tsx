import { FileText, Table } from 'lucide-react';
import { markdownOf, type TextTable, tabbedOf } from '../../format/text-table.ts';
import { copyText } from '../../ui/clipboard.ts';
import { Menu, MenuGroup } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { ShareMenuProps } from './share-button.tsx';
import { LinkItem, PrintItem, ShareItem } from './share-items.tsx';

interface TableShareMenuProps extends ShareMenuProps {
  /** The tables of the screen, as they are shown. */
  readonly tables: readonly TextTable[];
}

/** Ways to share a screen of tables. */
export function TableShareMenu({ tables, anchor, onClose, onRefused }: TableShareMenuProps) {
  const copy = async (title: string, form: string, text: string) => {
    if (await copyText(text)) showToast({ id: 'share', text: `${title} copied: ${form}` });
    else onRefused(text);
  };
  return (
    <Menu anchor={anchor} title="Share" onClose={onClose}>
      <LinkItem />
      {tables.map((table) => (
        <MenuGroup key={table.title} label={table.title} titled>
          <ShareItem
            icon={FileText}
            label="Copy as Markdown"
            onClick={() => void copy(table.title, 'Markdown table', markdownOf(table))}
          />
          <ShareItem
            icon={Table}
            label="Copy as tab-separated text"
            onClick={() => void copy(table.title, 'Tab-separated text', tabbedOf(table))}
          />
        </MenuGroup>
      ))}
      <PrintItem />
    </Menu>
  );
}
