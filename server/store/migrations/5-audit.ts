/** What people did. Who: id and name as JSON. Detail: JSON without any customer's words. */
export const AUDIT = `
create table audit (
  position bigint generated always as identity primary key,
  at bigint not null,
  who text,
  action text not null,
  workspace text,
  detail text not null
);

create index audit_at on audit (at);
`;
