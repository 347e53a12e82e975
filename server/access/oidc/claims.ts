import * as z from 'zod/mini';
import { CLEAN_TEXT, type Identity, shownName } from '../identity.ts';

/** How claims are read. */
export interface ClaimsOptions {
  readonly issuer: string;
  /** The claim that has the names of a person's groups. */
  readonly groupsClaim: string;
  /** Whether an e-mail counts that the provider does not say to have verified. */
  readonly emailTrusted: boolean;
}

/** A person out of what a provider says. */
export interface ReadClaims {
  readonly identity: Identity;
  /** Whether there are groups that the provider has not sent, because there are too many. */
  readonly groupsLeftOut: boolean;
}

type Claims = Readonly<Record<string, unknown>>;

const text = z.string().check(z.minLength(1), z.maxLength(320), z.regex(CLEAN_TEXT));
const textSchema = z.catch(z.nullable(text), null);
const groupsSchema = z.catch(
  z.union([
    z.array(z.string()),
    z.pipe(
      text,
      z.transform((group: string) => [group]),
    ),
  ]),
  [],
);

/** Whether the ID token leaves something open that the provider may tell apart from it. */
export function needsUserInfo(idToken: Claims, { groupsClaim }: ClaimsOptions): boolean {
  return idToken.email === undefined || idToken[groupsClaim] === undefined;
}

/**
 * Reads the person out of the claims of an ID token, and of what else the provider tells of them.
 *
 * @returns null without a name that the provider knows the person by
 */
export function readClaims(idToken: Claims, userInfo: Claims, options: ClaimsOptions): ReadClaims | null {
  const { groupsClaim } = options;
  const subject = textSchema.parse(idToken.sub);
  if (subject === null) return null;
  const all: Claims = { ...userInfo, ...idToken };
  // Whether an address was verified is said beside it.
  const email = vouchedEmail(idToken.email === undefined ? userInfo : idToken, options);
  const [given, preferred] = [textSchema.parse(all.name), textSchema.parse(all.preferred_username)];
  return {
    // A preferred name may be anybody's choice: nobody is let in by it.
    identity: {
      id: `oidc:${subject}`,
      name: shownName(given, preferred, email, subject),
      email,
      userName: null,
      groups: groupsSchema.parse(all[groupsClaim]),
    },
    groupsLeftOut: all[groupsClaim] === undefined && hasMoreGroups(all, groupsClaim),
  };
}

function vouchedEmail(claims: Claims, { issuer, emailTrusted }: ClaimsOptions): string | null {
  const email = textSchema.parse(claims.email);
  if (email === null) return null;
  if (claims.email_verified !== true && !(emailTrusted && claims.email_verified === undefined)) return null;
  return issuer === 'https://accounts.google.com' && !isGoogles(email, claims) ? null : email;
}

/** Whether Google runs the mailbox: of others it knows only that somebody once read mail there. */
function isGoogles(email: string, { hd }: Claims): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return domain === 'gmail.com' || (typeof hd === 'string' && hd.toLowerCase() === domain);
}

/** Entra's way to say that a person has more groups than it puts into a token. */
function hasMoreGroups({ _claim_names: names, hasgroups }: Claims, groupsClaim: string): boolean {
  return hasgroups === true || (typeof names === 'object' && names !== null && groupsClaim in names);
}
