import type { IncomingMessage } from 'node:http';
import type { Me, Role } from '../../contract/index.ts';
import type { Identity } from './identity.ts';

/** A person or a program that a request is made by. */
export interface Principal {
  /** Stable and unique: what limits are counted by and the audit log names. */
  readonly id: string;
  /** The person; null for whoever sits at this machine, where nobody signs in. */
  readonly user: Me['user'];
  /** The person as they signed in by themselves; null for a program, and for whoever sits at this machine. */
  readonly identity: Identity | null;
  /** The digest of the session that they came with; null for none. */
  readonly session: string | null;
  /** The role in a workspace; null where there is none: then that workspace does not exist for them. */
  roleIn(workspace: string): Role | null;
}

/** The failure to get the keys by which it is checked who somebody is. */
export class KeysFailing extends Error {
  override readonly name = 'KeysFailing';
}

/** Tells who makes a request, and what there is to tell them about it. */
export interface Access {
  readonly kind: Me['access'];
  /** The principal; null for nobody that is known. It rejects with {@link KeysFailing} where nobody can tell. */
  authenticate(request: IncomingMessage): Principal | null | Promise<Principal | null>;
  /** The address to sign out at; null where there is nothing to sign out of. */
  readonly signOutUrl: string | null;
  /** Whom to ask for access; null when nobody has been named. */
  contact(): string | null;
}
