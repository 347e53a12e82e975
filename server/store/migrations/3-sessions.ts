/**
 * Who is signed in. Hash: SHA-256 of the cookie's bytes, in hexadecimal. Person: an identity as JSON. Tokens: the
 * provider's, encrypted with a key that is not stored.
 */
export const SESSIONS = `
create table sessions (
  hash text primary key,
  issuer text not null,
  person text not null,
  subject text not null,
  provider_session text,
  tokens text,
  created_at bigint not null,
  seen_at bigint not null,
  ends_at bigint not null
);

create index sessions_subject on sessions (issuer, subject);

create index sessions_provider_session on sessions (issuer, provider_session);
`;
