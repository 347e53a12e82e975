import { Dialog } from '@base-ui/react/dialog';
import { Check, ChevronDown, ChevronUp, ExternalLink, Link2, Printer, X } from 'lucide-react';
import type { Ref } from 'react';
import { formatCount } from '../../format/numbers.ts';
import { sourceLink } from '../../format/source-link.ts';
import { buttonClass, IconButton } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { useListState, useWorkspaceInfo } from '../../workspace/workspace-context.ts';
import { useCopying } from './copying.tsx';
import styles from './drawer-head.module.css';
import type { Neighbours } from './use-neighbours.ts';

interface DrawerHeadProps {
  readonly id: number;
  readonly titleRef: Ref<HTMLHeadingElement>;
  readonly neighbours: Neighbours;
}

/** Which ticket it is, where it stands in the list, and what can be done with it. */
export function DrawerHead({ id, titleRef, neighbours: { place, total, previous, next } }: DrawerHeadProps) {
  return (
    <div className={styles.head}>
      <div className={styles.name}>
        <Dialog.Title ref={titleRef} tabIndex={-1} className={styles.title}>
          Ticket {id}
        </Dialog.Title>
        <span className={styles.place}>
          {place !== null && `${formatCount(place)} of ${formatCount(total)} in the list`}
        </span>
      </div>
      <div className={styles.tools}>
        <IconButton
          label="Previous ticket (k)"
          data-walk={-1}
          aria-disabled={previous === null}
          onClick={() => previous?.()}
        >
          <ChevronUp aria-hidden />
        </IconButton>
        <IconButton
          label="Next ticket (j)"
          data-walk={1}
          aria-disabled={next === null}
          onClick={() => next?.()}
        >
          <ChevronDown aria-hidden />
        </IconButton>
        <LinkButton />
        <IconButton label="Print this ticket" className={styles.print} onClick={() => print()}>
          <Printer aria-hidden />
        </IconButton>
        <VendorLink id={id} />
        <Dialog.Close render={<IconButton label="Close the ticket" />}>
          <X aria-hidden />
        </Dialog.Close>
      </div>
    </div>
  );
}

/** The address of the view with this ticket open, for a colleague. */
function LinkButton() {
  const { said, done, copy, forget } = useCopying('Link', location.href);
  return (
    <IconButton label={said ?? 'Copy the link'} data-done={done} onClick={copy} onBlur={forget}>
      {done ? <Check aria-hidden className={styles.done} /> : <Link2 aria-hidden />}
    </IconButton>
  );
}

function VendorLink({ id }: { readonly id: number }) {
  const listState = useListState();
  const {
    workspaces: { ticketUrlTemplate },
  } = useWorkspaceInfo();
  const href = sourceLink(ticketUrlTemplate, listState.workspace, id);
  if (href === null) return null;
  return (
    <a
      className={classes(buttonClass('plain'), styles.vendor)}
      href={href}
      target="_blank"
      rel="noreferrer"
      title="Open in QuestionPro"
    >
      <ExternalLink aria-hidden />
      <span>QuestionPro</span>
    </a>
  );
}
