import { Mail as MailIcon } from 'lucide-react';
import { customerLabel, fieldOf, type Person, personLabel } from '../../../contract/index.ts';
import { Missing } from '../../badges/badges.tsx';
import { serverNow } from '../../clock/server-clock.ts';
import { fieldTitle } from '../../format/fields.ts';
import { useSettings } from '../../settings/settings.ts';
import { useListState, useShownList } from '../../workspace/workspace-context.ts';
import { ticketLink } from '../export/ticket-link.ts';
import { CopyButton } from './copying.tsx';
import { Fact, type FieldFactProps } from './facts.tsx';
import { type Mail, mailLink } from './mail-link.ts';
import styles from './people.module.css';
import { mailToAssignee, mailToCustomer } from './ticket-mail.ts';

/** The people who work on the ticket, and the way to write to them. */
export function PersonFact({ ticket, field }: FieldFactProps) {
  const listState = useListState();
  const { list } = useShownList();
  const { of, none } = fieldOf(field);
  const person = ticket[of] as Person | null;
  const title = fieldTitle(field);
  const label = personLabel(person);
  const email = textOf(person?.email);
  const place = {
    link: ticketLink(listState.workspace, ticket.id),
    takenAt: Date.parse(list?.snapshot.takenAt ?? '') || serverNow(),
  };
  return (
    <Fact name={title}>
      {label === null ? <Missing word={none} /> : <CopyButton name={title} text={label} />}
      <Email
        owner={title}
        shown={email === label ? null : email}
        mail={email === null ? null : mailToAssignee(ticket, email, place)}
      />
    </Fact>
  );
}

/** Whose ticket it is, and the way to write to them; neither while names are hidden. */
export function Customer({ ticket }: FieldFactProps) {
  const { masked } = useSettings();
  const label = customerLabel(ticket);
  const email = textOf(ticket.customerEmail);
  if (label === null) {
    return (
      <Fact name="Customer">
        <Missing word="Anonymous" />
      </Fact>
    );
  }
  if (masked) {
    return (
      <Fact name="Customer">
        <span>
          {label} <span className={styles.why}>Names are hidden: show them to email the customer</span>
        </span>
      </Fact>
    );
  }
  return (
    <Fact name="Customer">
      <CopyButton name="Customer" text={label} />
      <Email
        owner="Customer"
        shown={email === label ? null : email}
        mail={email === null ? null : mailToCustomer(ticket, email)}
      />
    </Fact>
  );
}

interface EmailProps {
  readonly owner: string;
  /** The address to show; null where it is shown already, or there is none. */
  readonly shown: string | null;
  /** Null where there is nobody to write to. */
  readonly mail: Mail | null;
}

function Email({ owner, shown, mail }: EmailProps) {
  const href = mail && mailLink(mail);
  return (
    <>
      {shown !== null && <CopyButton name={`${owner}’s e-mail`} text={shown} className={styles.email} />}
      {href && (
        <a className={styles.write} href={href}>
          <MailIcon aria-hidden />
          Email {owner.toLowerCase()}
        </a>
      )}
      {mail && !href && <span className={styles.why}>Not an address that mail can be sent to</span>}
    </>
  );
}

function textOf(text: string | null | undefined): string | null {
  return text && text.trim() !== '' ? text : null;
}
