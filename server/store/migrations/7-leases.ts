/**
 * The sharing of a database between processes. A lease: who reads a source of the upstream, by the database's clock; `term` grows
 * with each holder, and every write of a holder asks for it. Numbers: those of snapshots up to it have been given out. Head: the
 * newest publication. Status: the holder's, as JSON.
 */
export const LEASES = `
create table leases (
  id int generated always as identity primary key,
  base_url text not null,
  workspace text not null,
  holder text,
  term bigint not null,
  expires_at timestamptz not null,
  numbers bigint not null,
  head bigint,
  status text,
  watched_at timestamptz,
  refresh_asked int not null default 0,
  refresh_taken int not null default 0,
  unique (base_url, workspace)
);

-- The newest snapshots, as differences. Previous: the one that it differs from; null when it has all tickets. Age: of its tickets
-- when it was published, in milliseconds. Changed: how many tickets it has. Gone: a list of ids as JSON.
create table publications (
  lease int not null references leases on delete cascade,
  number bigint not null,
  previous bigint,
  taken_at bigint not null,
  age bigint not null,
  published_at timestamptz not null default clock_timestamp(),
  whole boolean not null,
  total bigint,
  changed int not null,
  gone text not null,
  primary key (lease, number)
);

-- Body: a ticket as JSON.
create table publication_tickets (
  lease int not null,
  number bigint not null,
  id bigint not null,
  body text not null,
  primary key (lease, number, id),
  foreign key (lease, number) references publications on delete cascade
);

-- The newest recordings, as JSON, for the processes that have those before.
create table shared_recordings (
  lease int not null references leases on delete cascade,
  seq bigint not null,
  recording text not null,
  primary key (lease, seq)
);

-- Key: a digest of the key and the base URL. Day: counted from the epoch.
create table call_counts (
  key text not null,
  day int not null,
  calls bigint not null,
  primary key (key, day)
);
`;
