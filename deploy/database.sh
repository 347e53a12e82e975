#!/bin/sh
# Run once, by the image of PostgreSQL, when it makes the database, with the password in its environment: Loopdesk's user
# owns one database and no more, and the superuser, whom only the server's own socket lets in, loses its password.
psql --no-psqlrc -v ON_ERROR_STOP=1 --username postgres --dbname postgres <<'SQL'
\getenv password POSTGRES_PASSWORD
create role loopdesk login password :'password';
create database loopdesk owner loopdesk;
alter role postgres password null;
SQL
