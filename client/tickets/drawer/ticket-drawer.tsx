import { Dialog } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, ExternalLink, Link2, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { maskTicket } from '../../../contract/index.ts';
import { ApiProblem } from '../../api/request.ts';
import { ticketQuery } from '../../api/ticket.ts';
import { useDesk } from '../../desk/desk-context.ts';
import { formatCount } from '../../format/numbers.ts';
import { useSettings } from '../../settings/settings.ts';
import { buttonClass, IconButton } from '../../ui/button.tsx';
import styles from './ticket-drawer.module.css';
import { TicketFacts } from './ticket-facts.tsx';
import { useNeighbours } from './use-neighbours.ts';

/** Everything about one ticket, beside the list that it was opened from. The list stays usable. */
export function TicketDrawer({ id }: { readonly id: number }) {
  const { view } = useDesk();
  const title = useRef<HTMLHeadingElement>(null);
  return (
    <Dialog.Root open modal={false} disablePointerDismissal onOpenChange={(open) => open || view.open(null)}>
      <Dialog.Portal>
        <Dialog.Popup
          className={styles.drawer}
          initialFocus={title}
          // Back to the row that was read last, which need not be the one that was opened first.
          finalFocus={() => document.querySelector<HTMLElement>(`a[data-ticket="${id}"]`)}
        >
          <div className={styles.head}>
            <div className={styles.name}>
              <Dialog.Title ref={title} tabIndex={-1} className={styles.title}>
                Ticket {id}
              </Dialog.Title>
              <Place />
            </div>
            <Walk />
            <Links id={id} />
            <Dialog.Close render={<IconButton label="Close the ticket" />}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <Body id={id} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Where the ticket stands in the list behind it. */
function Place() {
  const { place, total } = useNeighbours();
  return (
    <span className={styles.place}>
      {place === null
        ? 'Not on this page of the list'
        : `${formatCount(place)} of ${formatCount(total)} in the list`}
    </span>
  );
}

function Walk() {
  const { previous, next } = useNeighbours();
  return (
    <div className={styles.walk}>
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
    </div>
  );
}

function Links({ id }: { readonly id: number }) {
  const {
    view,
    workspaces: { ticketUrlTemplate },
  } = useDesk();
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  const label = { no: 'Copy the link', yes: 'Link copied', refused: 'The browser refused to copy' }[copied];
  return (
    <>
      <IconButton label={label} onClick={copy} onBlur={() => setCopied('no')}>
        <Link2 aria-hidden />
      </IconButton>
      <span role="status" className={styles.copied}>
        {copied !== 'no' && label}
      </span>
      {ticketUrlTemplate !== null && (
        <a
          className={buttonClass('plain')}
          href={ticketUrlTemplate
            .replaceAll('{id}', String(id))
            .replaceAll('{workspace}', encodeURIComponent(view.workspace))}
          target="_blank"
          rel="noreferrer"
        >
          <ExternalLink aria-hidden />
          QuestionPro
        </a>
      )}
    </>
  );
}

function Body({ id }: { readonly id: number }) {
  const { view, list } = useDesk();
  const listed = list?.tickets.find((ticket) => ticket.id === id);
  // A ticket of the page on screen is shown as the list shows it; a deep link asks for its own.
  const { data, error } = useQuery({ ...ticketQuery(view.workspace, id), enabled: listed === undefined });
  const { masked } = useSettings();
  const ticket = listed ?? (data && masked ? maskTicket(data) : data);
  if (ticket) return <TicketFacts ticket={ticket} />;
  if (error instanceof ApiProblem && error.problem.code === 'unknown-ticket') {
    return (
      <p className={styles.note}>There is no ticket {id} in this workspace. It may have been removed.</p>
    );
  }
  if (error) return <p className={styles.note}>This ticket could not be loaded: {error.message}</p>;
  return <p className={styles.note}>Loading ticket {id}…</p>;
}
