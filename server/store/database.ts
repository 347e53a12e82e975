/** A value that goes into a statement. Lists go as texts, see `lists.ts`: the drivers differ in how they write them. */
export type SqlValue = string | number | boolean | null;

/** A connection that statements run on, one after the other. */
export interface Session {
  /**
   * Runs one statement of PostgreSQL's SQL, with `$1`, `$2` … for the values. `int8` comes as a number.
   *
   * @throws StoreError whose message holds no data
   */
  query<Row = unknown>(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;
}

/** The database that all that outlives the process is in. Statements outside of transactions may run in any order. */
export interface Database extends Session {
  /**
   * Runs statements that hold together or not at all; `work` may be asked to use nothing but its session. What it throws
   * is thrown on when nothing is left of the transaction. A failure of the commit itself leaves open whether it holds.
   */
  transaction<Result>(work: (session: Session) => Promise<Result>): Promise<Result>;
  /** Lets what is under way end, and then the database. */
  close(): Promise<void>;
}
