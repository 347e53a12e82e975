import type { ProblemCode, QueryKey } from '../../../contract/index.ts';
import type { ROUTE_RULES } from '../route-rules.ts';
import type { Component } from './components.ts';

/** The answer of a request that went well. */
export interface Answer {
  /** 200 when left out. */
  readonly status?: number;
  /** The name of its schema, or any JSON; null for none. */
  readonly json?: Component | 'any' | null;
  /** The types of a file, in the place of JSON. */
  readonly files?: readonly string[];
  /** Whether it has an ETag, and 304 is told to who has it already. */
  readonly isTagged?: true;
}

/** A method of a route, as far as its path and its rule do not say it. */
export interface Operation {
  /** Unique: generated clients name their functions by it. */
  readonly id: string;
  /** A line that begins with a verb. */
  readonly summary: string;
  readonly query?: readonly QueryKey[];
  /** The schema of the body, which is JSON. */
  readonly body?: Component;
  readonly answer: Answer;
  /** Besides those that follow from the path, the rule, the query and the body. */
  readonly problems?: readonly ProblemCode[];
  /** Whether a person has to be signed in, as no API token opens it. */
  readonly isForPeople?: true;
}

type Routes = typeof ROUTE_RULES;

export type Path = keyof Routes;
export type WorkspacePath = Extract<Path, `/api/workspaces/${string}`>;

/** An operation for each method of these routes: the compiler names the one that lacks. */
export type Operations<Paths extends Path> = {
  readonly [Each in Paths]: { readonly [Method in keyof Routes[Each]]: Operation };
};
