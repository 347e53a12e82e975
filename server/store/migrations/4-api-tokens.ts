/**
 * Secrets of scripts. Hash: SHA-256 of the secret's bytes, in hexadecimal. Person: the identity of who made it, as JSON.
 */
export const API_TOKENS = `
create table api_tokens (
  id text primary key,
  hash text not null unique,
  person_id text not null,
  person text not null,
  name text not null,
  role text not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);

create index api_tokens_person on api_tokens (person_id);
`;
