import { FileText, Mail, TextQuote } from 'lucide-react';
import type { MondayAnswers } from '../../contract/monday/index.ts';
import { formatAddress } from '../address/address.ts';
import { publicAddress } from '../address/public-address.ts';
import type { ShareMenuProps } from '../frame/share/share-button.tsx';
import { LinkItem, PrintItem, ShareItem } from '../frame/share/share-items.tsx';
import { copyText } from '../ui/clipboard.ts';
import { Menu, MenuGroup } from '../ui/menu.tsx';
import { showToast } from '../ui/toasts.ts';
import { useListState, useWorkspaceInfo } from '../workspace/workspace-context.ts';
import { type MondayCopy, toMarkdown, toPlainText } from './monday-texts.ts';
import { useMondayFigures } from './use-monday.ts';
import { useSourceLines } from './use-source-lines.ts';

interface MondayShareMenuProps extends ShareMenuProps {
  readonly answers: MondayAnswers;
  /** Opens the schedule of the mails; null where none are sent. */
  readonly onMail: (() => void) | null;
}

/** Ways to share the page: link, copies and paper. */
export function MondayShareMenu({ answers, onMail, anchor, onClose, onRefused }: MondayShareMenuProps) {
  const { workspace } = useListState();
  const { name } = useWorkspaceInfo();
  const { page } = useMondayFigures(answers);
  const source = useSourceLines(answers.trends);
  const copy = async (form: string, write: (copied: MondayCopy) => string) => {
    const text = write({
      title: `${name}: how are we doing`,
      source,
      page,
      trends: answers.trends,
      linkTo: (query) => publicAddress(formatAddress(workspace, query)),
    });
    if (await copyText(text)) showToast({ id: 'share', text: `Monday page copied: ${form}` });
    else onRefused(text);
  };
  return (
    <Menu anchor={anchor} title="Share" onClose={onClose}>
      <LinkItem />
      <MenuGroup label="Copy">
        <ShareItem
          icon={FileText}
          label="Copy as Markdown"
          onClick={() => void copy('Markdown', toMarkdown)}
        />
        <ShareItem
          icon={TextQuote}
          label="Copy as plain text"
          onClick={() => void copy('plain text', toPlainText)}
        />
      </MenuGroup>
      {onMail !== null && (
        <MenuGroup label="Mail">
          <ShareItem icon={Mail} label="Send by mail…" onClick={onMail} />
        </MenuGroup>
      )}
      <PrintItem label="Print on one page" />
    </Menu>
  );
}
