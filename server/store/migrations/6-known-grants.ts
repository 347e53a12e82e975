/** The grants that the audit log has told of last, as JSON: one row, so that none is told twice or missed over a restart. */
export const KNOWN_GRANTS = `
create table known_grants (
  id int primary key check (id = 1),
  grants text not null
);
`;
