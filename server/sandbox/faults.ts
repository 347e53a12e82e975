import * as z from 'zod/mini';
import { createRandom } from './random.ts';

/** Everything that can be made to go wrong, with what it does. */
export const FAULTS = {
  'bad-request': '400',
  unauthorized: '401',
  forbidden: '403',
  'not-found': '404',
  'rate-limited': '429, with retryAfter as its Retry-After if given',
  'licence-used-up': '429 with error id 1013',
  'server-error': '500, with retryAfter likewise',
  gateway: '502 with HTML',
  'sign-in': '200 with HTML',
  timeout: 'no answer, ever',
  reset: 'the connection breaks before the answer',
  truncated: 'the connection breaks in the middle of the answer',
  empty: '200 without a body',
  'wrong-shape': '200 with JSON of another shape',
  emptied: '200 with no tickets and a totalCount of 0',
  uncounted: '200 without a totalCount',
  'too-many-records': '200 with 200,000 records on a page',
  'long-texts': '200 in which every description has 100,000 characters',
  'small-pages': 'pages have at most 7 tickets, or perPage of them, whatever is asked for',
  shift: 'before the answer a ticket is added, removed or moved somewhere in the list',
} as const;

export type FaultKind = keyof typeof FAULTS;

const faultSchema = z.strictObject({
  kind: z.enum(Object.keys(FAULTS) as [FaultKind, ...FaultKind[]]),
  /** Only calls for this page, or of this workspace. */
  page: z.optional(z.int().check(z.positive())),
  workspace: z.optional(z.string()),
  /** Only this share of the calls, drawn at random; all of them when left out. */
  share: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  /** Seconds or an HTTP date, sent as it is. */
  retryAfter: z.optional(z.string().check(z.regex(/^[\x20-\x7e]{0,100}$/))),
  perPage: z.optional(z.int().check(z.positive())),
});

export type Fault = z.infer<typeof faultSchema>;

/** The call that a fault may befall. */
interface SandboxCall {
  readonly workspace: string;
  readonly page: number;
}

/** The faults that are switched on now. */
export interface FaultSwitches {
  readonly on: () => readonly Fault[];
  /** Switches these on and all others off. Answers null, or what is wrong with the list. */
  set(list: unknown): string | null;
  /** Those that befall a call. */
  befalling(call: SandboxCall): readonly Fault[];
}

/** The draws for the shares of faults repeat themselves: the same seed, the same draws. */
export function createFaultSwitches(seed: number): FaultSwitches {
  const random = createRandom(seed);
  let on: readonly Fault[] = [];

  function befalls({ page, workspace, share }: Fault, call: SandboxCall): boolean {
    if (page !== undefined && page !== call.page) return false;
    if (workspace !== undefined && workspace !== call.workspace) return false;
    return share === undefined || random.chance(share);
  }

  return {
    on: () => on,
    set(list) {
      const parsed = z.array(faultSchema).safeParse(list);
      if (!parsed.success) return z.prettifyError(parsed.error);
      on = parsed.data;
      return null;
    },
    befalling: (call) => on.filter((fault) => befalls(fault, call)),
  };
}
