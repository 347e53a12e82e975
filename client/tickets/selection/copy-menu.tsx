import { ChevronDown, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { AnchoredPopup } from '../../ui/anchored-popup.tsx';
import { Button } from '../../ui/button.tsx';
import { useWorkspaceInfo } from '../../workspace/workspace-context.ts';
import { COPY_FORMATS, type CopyFormat } from './copy-formats.ts';
import styles from './selection-bar.module.css';

/** The forms in which the chosen tickets can be copied. */
export function CopyMenu({ onCopy }: { readonly onCopy: (format: CopyFormat) => void }) {
  const { workspaces } = useWorkspaceInfo();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const formats = (Object.keys(COPY_FORMATS) as CopyFormat[]).filter(
    (format) => format !== 'sourceLinks' || workspaces.ticketUrlTemplate !== null,
  );
  return (
    <>
      <Button ref={button} aria-expanded={open} aria-haspopup="dialog" onClick={() => setOpen(!open)}>
        <Copy aria-hidden />
        Copy
        <ChevronDown aria-hidden />
      </Button>
      {open && (
        <AnchoredPopup anchor={button} align="start" title="Copy as" onClose={() => setOpen(false)}>
          <div className={styles.formats}>
            {formats.map((format) => (
              <Button
                key={format}
                look="plain"
                className={styles.format}
                onClick={() => {
                  setOpen(false);
                  onCopy(format);
                }}
              >
                {COPY_FORMATS[format]}
              </Button>
            ))}
          </div>
        </AnchoredPopup>
      )}
    </>
  );
}
