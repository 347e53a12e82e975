/**
 * The first schema. Instants are epoch milliseconds; what is a text of JSON is so because `jsonb` takes neither NUL nor
 * half of a surrogate pair, which upstream texts may have.
 */
export const TICKETS = `
create table workspaces (
  id int generated always as identity primary key,
  base_url text not null,
  workspace text not null,
  seq bigint not null,
  since bigint not null,
  read_number bigint not null,
  read_at bigint not null,
  read_whole boolean not null,
  read_total bigint,
  unique (base_url, workspace)
);

-- The tickets as they were last seen; whether the last read had them. Body: a ticket as JSON.
create table tickets (
  workspace int not null references workspaces,
  id bigint not null,
  listed boolean not null,
  body text not null,
  primary key (workspace, id)
);

-- Field: a number of fields.ts. Value and label: texts as JSON.
create table recorded_values (
  workspace int not null references workspaces,
  code int not null,
  field smallint not null,
  value text not null,
  label text not null,
  primary key (workspace, code)
);

-- State: a code for each field, at the place that is the field's number.
create table recorded_tickets (
  workspace int not null references workspaces,
  id bigint not null,
  issued_at bigint,
  seen_at bigint not null,
  not_before bigint,
  state int[] not null,
  primary key (workspace, id)
);

-- Position: the order in which changes were recorded.
create table recorded_changes (
  position bigint generated always as identity,
  ticket bigint not null,
  at bigint not null,
  not_before bigint not null,
  workspace int not null references workspaces,
  from_code int not null,
  to_code int not null,
  field smallint not null,
  primary key (workspace, position)
);

-- The last read of each quarter of an hour, which is counted from the epoch.
create table reads (
  workspace int not null references workspaces,
  quarter int not null,
  taken_at bigint not null,
  primary key (workspace, quarter)
);
`;
