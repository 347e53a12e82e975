#!/bin/sh
# Run once, by the image of PostgreSQL, when it makes the database: Loopdesk's user owns one database and no more, and the
# superuser, whom only the server's own socket lets in, has no password that anybody could find out.
set -eu
psql --no-psqlrc -v ON_ERROR_STOP=1 --username postgres --dbname postgres \
  -v password="$(cat "$POSTGRES_PASSWORD_FILE")" <<'SQL'
create role loopdesk login password :'password';
create database loopdesk owner loopdesk;
alter role postgres password null;
SQL
