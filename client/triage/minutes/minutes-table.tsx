import type { ReactNode } from 'react';
import { type MinutesRow, OUTCOME_LABELS, type OwnerActions } from './minutes.ts';
import { dueLabel, factsLabel, NO_OWNER } from './minutes-labels.ts';
import styles from './minutes-table.module.css';

type LinkOf = (ticket: number) => string | null;

interface ActionsTableProps {
  /** The name of the table. */
  readonly name: string;
  readonly actions: readonly OwnerActions[];
  readonly linkOf: LinkOf;
}

/** The actions, under the names of their owners. */
export function ActionsTable({ name, actions, linkOf }: ActionsTableProps) {
  return (
    <table className={styles.table} aria-label={name}>
      <Head titles={['Decision', 'Outcome', 'Due']} />
      {actions.map(({ owner, rows }) => (
        <tbody key={owner}>
          <tr className={styles.owner}>
            <th scope="rowgroup" colSpan={4}>
              {owner === '' ? NO_OWNER : <bdi>{owner}</bdi>} <span>{rows.length}</span>
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.ticket.id} row={row} linkOf={linkOf}>
              <td className={styles.outcome}>{OUTCOME_LABELS[row.outcome]}</td>
              <td className={styles.due}>{dueLabel(row) || '–'}</td>
            </Row>
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface PartTableProps {
  readonly name: string;
  readonly rows: readonly MinutesRow[];
  readonly linkOf: LinkOf;
}

/** Tickets of one outcome that are no actions. */
export function PartTable({ name, rows, linkOf }: PartTableProps) {
  const isDecided = rows.some(({ decision }) => decision !== '');
  return (
    <table className={styles.table} aria-label={name}>
      {isDecided && <Head titles={['Decision']} />}
      <tbody>
        {rows.map((row) => (
          <Row key={row.ticket.id} row={row} linkOf={linkOf} isDecided={isDecided} />
        ))}
      </tbody>
    </table>
  );
}

function Head({ titles }: { readonly titles: readonly string[] }) {
  return (
    <thead>
      <tr>
        {['Ticket', ...titles].map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly row: MinutesRow;
  readonly linkOf: LinkOf;
  /** Whether the table has a column of decisions. */
  readonly isDecided?: boolean;
  /** More cells. */
  readonly children?: ReactNode;
}

function Row({ row, linkOf, isDecided = true, children }: RowProps) {
  const { ticket, excerpt, decision } = row;
  return (
    <tr>
      <th scope="row" className={styles.ticket}>
        <span className={styles.facts}>
          <Reference id={ticket.id} link={linkOf(ticket.id)} />
          {factsLabel(row)}
        </span>
        <span className={styles.words} dir="auto">
          {excerpt}
        </span>
      </th>
      {isDecided && (
        <td className={styles.decision} dir="auto">
          {decision || <span className={styles.none}>–</span>}
        </td>
      )}
      {children}
    </tr>
  );
}

function Reference({ id, link }: { readonly id: number; readonly link: string | null }) {
  if (link === null) return <strong>{id}</strong>;
  return (
    <a href={link} target="_blank" rel="noreferrer">
      {id}
    </a>
  );
}
