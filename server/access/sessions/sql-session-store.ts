import type { Database, SqlValue } from '../../store/database.ts';
import type { Identity } from '../identity.ts';
import type { Session, SessionStore } from './session-store.ts';

interface SessionRow {
  readonly hash: string;
  readonly person: string;
  readonly subject: string;
  readonly provider_session: string | null;
  readonly tokens: string | null;
  readonly created_at: number;
  readonly seen_at: number;
  readonly ends_at: number;
}

/** See `isOf`, which says the same of one session. */
const REMOVE_OF = `
  delete from sessions
  where issuer = $1 and created_at <= $4 and ($2::text is null or subject = $2) and case
    when $3::text is null or provider_session is null then $2::text is not null
    else provider_session = $3 end
  returning hash`;

/**
 * Sessions in the database, so that they outlive the process and others know them.
 *
 * @param issuer another provider's sessions are nothing to this one
 */
export function createSqlSessionStore(database: Database, issuer: string): SessionStore {
  const query = async <Row = unknown>(sql: string, values: readonly SqlValue[]) =>
    database.query<Row>(sql, values);
  return {
    insert: async (session) => {
      await query(
        `insert into sessions (hash, issuer, person, subject, provider_session, tokens, created_at, seen_at, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          session.hash,
          issuer,
          JSON.stringify(session.person),
          session.subject,
          session.providerSession,
          session.tokens,
          session.createdAt,
          session.seenAt,
          session.endsAt,
        ],
      );
    },
    find: async (hash) => {
      const [row] = await query<SessionRow>('select * from sessions where hash = $1 and issuer = $2', [
        hash,
        issuer,
      ]);
      return row === undefined ? null : sessionOf(row);
    },
    list: async () => {
      const rows = await query<SessionRow>('select * from sessions where issuer = $1', [issuer]);
      return rows.map(sessionOf);
    },
    touch: async (hash, seenAt) => {
      await query('update sessions set seen_at = greatest(seen_at, $2) where hash = $1', [hash, seenAt]);
    },
    remove: async (hash) => {
      await query('delete from sessions where hash = $1', [hash]);
    },
    removeOf: async ({ subject, providerSession, at }) => {
      const rows = await query<{ hash: string }>(REMOVE_OF, [issuer, subject, providerSession, at]);
      return rows.map(({ hash }) => hash);
    },
    prune: async (now, idleSince) => {
      await query('delete from sessions where ends_at <= $1 or seen_at <= $2', [now, idleSince]);
    },
  };
}

function sessionOf(row: SessionRow): Session {
  return {
    hash: row.hash,
    person: JSON.parse(row.person) as Identity,
    subject: row.subject,
    providerSession: row.provider_session,
    tokens: row.tokens,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
  };
}
