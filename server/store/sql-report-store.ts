import type { ReportSchedule } from '../../contract/index.ts';
import type { RecordedSource } from '../history/stored.ts';
import type { ReportStore, StoredReport } from '../report/stored.ts';
import type { Database } from './database.ts';

interface Row extends Omit<StoredReport, 'recipients' | 'lastSentAt'> {
  readonly recipients: string;
  readonly last_sent_at: number | null;
}

const COLUMNS = 'version, recipients, weekday, at, zone, enabled, since, begun, last_sent_at, problem';

/** The times of a row that stays as it was are kept: changed recipients owe nobody a mail. */
const SAVE = `
  insert into reports as r (base_url, workspace, version, recipients, weekday, at, zone, enabled, since)
  select $1, $2, $3::int + 1, $4, $5, $6, $7, $8, $9
  where $3::int = 0 or exists (select 1 from reports where base_url = $1 and workspace = $2)
  on conflict (base_url, workspace) do update set
    version = excluded.version, recipients = excluded.recipients, weekday = excluded.weekday, at = excluded.at,
    zone = excluded.zone, enabled = excluded.enabled, problem = null,
    since = case when (r.weekday, r.at, r.zone, r.enabled)
        = (excluded.weekday, excluded.at, excluded.zone, excluded.enabled)
      then r.since else excluded.since end
  where r.version = $3::int
  returning ${COLUMNS}`;

const BEGIN = `
  update reports set begun = $4, problem = $5
  where base_url = $1 and workspace = $2 and version = $3 and enabled and (begun is null or begun < $4)
  returning version`;

const FINISH = `
  update reports set begun = case when $6 then null else begun end,
    last_sent_at = coalesce($4, last_sent_at), problem = $5
  where base_url = $1 and workspace = $2 and begun = $3`;

/** The store of schedules in an SQL database whose schema is that of `migrations/`. */
export function createSqlReportStore(database: Database): ReportStore {
  return {
    async load({ baseUrl, workspace }) {
      const [row] = await database.query<Row>(
        `select ${COLUMNS} from reports where base_url = $1 and workspace = $2`,
        [baseUrl, workspace],
      );
      return row === undefined ? null : toStored(row);
    },
    async save(source, schedule, since) {
      const [row] = await database.query<Row>(SAVE, valuesOf(source, schedule, since));
      return row === undefined ? null : toStored(row);
    },
    async begin({ baseUrl, workspace }, version, due, problem) {
      const rows = await database.query(BEGIN, [baseUrl, workspace, version, due, problem]);
      return rows.length > 0;
    },
    async finish({ baseUrl, workspace }, due, { sentAt, problem, again }) {
      await database.query(FINISH, [baseUrl, workspace, due, sentAt, problem, again]);
    },
    async tell({ baseUrl, workspace }, problem) {
      await database.query('update reports set problem = $3 where base_url = $1 and workspace = $2', [
        baseUrl,
        workspace,
        problem,
      ]);
    },
  };
}

function valuesOf({ baseUrl, workspace }: RecordedSource, schedule: ReportSchedule, since: number) {
  const { version, recipients, weekday, at, zone, enabled } = schedule;
  return [baseUrl, workspace, version, JSON.stringify(recipients), weekday, at, zone, enabled, since];
}

function toStored({ recipients, last_sent_at, ...row }: Row): StoredReport {
  return { ...row, recipients: JSON.parse(recipients), lastSentAt: last_sent_at };
}
