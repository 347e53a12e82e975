/**
 * Schedules of reports. Recipients: a list as JSON. Begun: the due instant of the last mail that was begun. Since: the instant
 * from which on the times hold.
 */
export const REPORTS = `
create table reports (
  base_url text not null,
  workspace text not null,
  version int not null,
  recipients text not null,
  weekday text not null,
  at text not null,
  zone text not null,
  enabled boolean not null,
  since bigint not null,
  begun bigint,
  last_sent_at bigint,
  problem text,
  primary key (base_url, workspace)
);
`;
