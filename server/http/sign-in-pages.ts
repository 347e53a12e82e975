import type { SignInError, SignInFailure } from '../access/sign-in.ts';
import type { SmallPage } from './small-page.ts';

type Words = Omit<SmallPage, 'link'>;

const PAGES: Readonly<Record<SignInFailure, Words>> = {
  'provider-away': {
    status: 503,
    title: 'Sign-in is not available',
    heading: 'Your sign-in service can’t be reached',
    paragraphs: [
      'Loopdesk lets people in through your organisation’s sign-in service, and that does not answer at the moment. Whoever is signed in already can go on working.',
      'Try again in a minute. If it stays like this, tell whoever runs Loopdesk.',
    ],
  },
  'store-away': {
    status: 503,
    title: 'Sign-in is not available',
    heading: 'Nobody can sign in at the moment',
    paragraphs: [
      'You are who you say, but Loopdesk cannot write down that you have signed in. Whoever is signed in already can go on working.',
      'Try again in a minute. If it stays like this, tell whoever runs Loopdesk.',
    ],
  },
  stale: {
    status: 400,
    title: 'Sign in again',
    heading: 'This sign-in is no longer valid',
    paragraphs: [
      'It took longer than ten minutes, was begun in another browser or window, or has been used already. Nothing is wrong with your account.',
    ],
  },
  refused: {
    status: 403,
    title: 'You were not signed in',
    heading: 'You were not signed in',
    paragraphs: [
      'Your organisation’s sign-in service did not let you in: it was cancelled there, or your account may not use Loopdesk.',
    ],
  },
  invalid: {
    status: 400,
    title: 'You were not signed in',
    heading: 'The sign-in could not be verified',
    paragraphs: [
      'What your organisation’s sign-in service sent does not hold, so Loopdesk has not let you in. Whoever runs Loopdesk finds the reason in its log.',
    ],
  },
  'groups-left-out': {
    status: 403,
    title: 'You were not signed in',
    heading: 'Your account is in too many groups',
    paragraphs: [
      'Loopdesk decides by your groups what you may see, and your organisation’s sign-in service sends none when there are so many.',
      'Tell whoever runs Loopdesk: the service can be set up to send only the groups that Loopdesk needs.',
    ],
  },
};

/**
 * The page for a sign-in that has failed, with another try.
 *
 * @param basePath what addresses of ours begin with; empty for nothing
 */
export function signInPage({ failure, to }: SignInError, basePath: string): SmallPage {
  const href = `${basePath}/auth/sign-in?to=${encodeURIComponent(to)}`;
  return { ...PAGES[failure], link: { href, text: 'Try again' } };
}

/** The page for somebody whom another site has sent to sign in, who alone decides whether to. */
export function foreignSignInPage(to: string): SmallPage {
  return {
    status: 200,
    title: 'Sign in',
    heading: 'Sign in to Loopdesk?',
    paragraphs: [
      'You came here by a link on another site or in another app. Nobody is signed in without wanting it.',
    ],
    link: { href: `?to=${encodeURIComponent(to)}`, text: 'Sign in' },
  };
}
