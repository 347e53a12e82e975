import { ChevronDown, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { useWorkspaceInfo } from '../../workspace/workspace-context.ts';
import { COPY_FORMATS, type CopyFormat } from './copy-formats.ts';

/** The formats in which the selected tickets can be copied. */
export function CopyMenu({ onCopy }: { readonly onCopy: (format: CopyFormat) => void }) {
  const { workspaces } = useWorkspaceInfo();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const formats = (Object.keys(COPY_FORMATS) as CopyFormat[]).filter(
    (format) => format !== 'sourceLinks' || workspaces.ticketUrlTemplate !== null,
  );
  return (
    <>
      <Button ref={button} aria-expanded={open} aria-haspopup="menu" onClick={() => setOpen(!open)}>
        <Copy aria-hidden />
        Copy
        <ChevronDown aria-hidden />
      </Button>
      {open && (
        <Menu anchor={button} title="Copy as" onClose={() => setOpen(false)}>
          {formats.map((format) => (
            <MenuItem key={format} label={COPY_FORMATS[format]} onClick={() => onCopy(format)}>
              {COPY_FORMATS[format]}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
