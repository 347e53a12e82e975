import type { Role } from '../../../contract/index.ts';
import type { Database } from '../../store/database.ts';
import type { Identity } from '../identity.ts';

/** An API token as it is stored. Instants are epoch milliseconds. */
export interface StoredToken {
  readonly id: string;
  /** The digest of the secret. */
  readonly hash: string;
  /** Who made it, as they were known then. */
  readonly person: Identity;
  readonly name: string;
  /** What it may do at most. */
  readonly role: Role;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Null for a token that was never used. */
  readonly usedAt: number | null;
}

/** All tokens, as every process sees them. Its methods reject with a `StoreError` when it fails. */
export interface TokenStore {
  /**
   * Keeps a token, and drops its person's expired ones. It gives false, and keeps none, where the person has so many
   * others already.
   */
  insert(token: StoredToken, most: number): Promise<boolean>;
  find(hash: string): Promise<StoredToken | null>;
  /** The tokens of a person, or of everybody (null), newest first. */
  list(personId: string | null): Promise<readonly StoredToken[]>;
  /** Notes when a token was last used. */
  touch(id: string, usedAt: number): Promise<void>;
  /** Removes a token of a person, or of anybody (null), and gives it; null for none. */
  remove(id: string, personId: string | null): Promise<StoredToken | null>;
}

interface TokenRow {
  readonly id: string;
  readonly hash: string;
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly created_at: number;
  readonly expires_at: number;
  readonly used_at: number | null;
}

/** Tokens in the database. */
export function createTokenStore(database: Database): TokenStore {
  return {
    async insert({ id, hash, person, name, role, createdAt, expiresAt }, most) {
      // Counted by what inserts, since a person may make several at once.
      const rows = await database.query(
        `with expired as (delete from api_tokens where person_id = $3 and expires_at <= $7)
         insert into api_tokens (id, hash, person_id, person, name, role, created_at, expires_at)
         select $1, $2, $3, $4, $5, $6, $7, $8
         where (select count(*) from api_tokens where person_id = $3 and expires_at > $7) < $9
         returning id`,
        [id, hash, person.id, JSON.stringify(person), name, role, createdAt, expiresAt, most],
      );
      return rows.length > 0;
    },
    async find(hash) {
      const [row] = await database.query<TokenRow>('select * from api_tokens where hash = $1', [hash]);
      return row === undefined ? null : tokenOf(row);
    },
    async list(personId) {
      const rows = await database.query<TokenRow>(
        `select * from api_tokens where $1::text is null or person_id = $1
         order by created_at desc, id`,
        [personId],
      );
      return rows.map(tokenOf);
    },
    async touch(id, usedAt) {
      await database.query(
        'update api_tokens set used_at = greatest(coalesce(used_at, 0), $2) where id = $1',
        [id, usedAt],
      );
    },
    async remove(id, personId) {
      const [row] = await database.query<TokenRow>(
        'delete from api_tokens where id = $1 and ($2::text is null or person_id = $2) returning *',
        [id, personId],
      );
      return row === undefined ? null : tokenOf(row);
    },
  };
}

function tokenOf(row: TokenRow): StoredToken {
  return {
    id: row.id,
    hash: row.hash,
    person: JSON.parse(row.person) as Identity,
    name: row.name,
    role: row.role,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  };
}
