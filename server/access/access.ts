import type { IncomingMessage } from 'node:http';
import type { Role } from '../../contract/index.ts';

/** A person or a program that a request is made by. */
export interface Principal {
  readonly id: string;
  readonly role: Role;
}

/** Tells who makes a request. */
export interface Access {
  /** The principal; null for nobody that is known. */
  authenticate(request: IncomingMessage): Principal | null;
}
