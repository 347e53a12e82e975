import type { FailureKind } from '../../contract/index.ts';

/** Consequence of a failure for the reader, and the reader's options. */
interface ProblemMessage {
  readonly meaning: string;
  readonly todo: string;
}

const OLD_LIST = 'The list is as old as it says, and gets no newer for now.';
const OPERATOR = 'Tell whoever runs Loopdesk; once it is fixed, press Refresh.';
const WAIT = 'Nothing: Loopdesk goes on by itself. If it lasts, tell whoever runs it.';

/** Messages for each kind of failure. The strip's sentence already tells what happened, and since when. */
export const PROBLEM_MESSAGES: Readonly<Record<FailureKind, ProblemMessage>> = {
  'bad-request': { meaning: `This is a bug in Loopdesk. ${OLD_LIST}`, todo: OPERATOR },
  unauthorized: { meaning: `The key is wrong, or no longer valid. ${OLD_LIST}`, todo: OPERATOR },
  forbidden: { meaning: `The key may not read this workspace. ${OLD_LIST}`, todo: OPERATOR },
  'not-found': {
    meaning: `The workspace was removed, or its id is mistyped in Loopdesk’s settings. ${OLD_LIST}`,
    todo: OPERATOR,
  },
  'rate-limited': {
    meaning: `QuestionPro takes no more calls for a while, perhaps because others use the same key. ${OLD_LIST}`,
    todo: WAIT,
  },
  'licence-used-up': {
    meaning: `The calls that the licence includes are gone. ${OLD_LIST}`,
    todo: 'Tell whoever looks after the QuestionPro licence: more calls have to be bought.',
  },
  'budget-used-up': {
    meaning: `Loopdesk has made as many calls today as it allows itself. ${OLD_LIST}`,
    todo: 'Wait until midnight UTC, or ask whoever runs Loopdesk to allow more calls a day.',
  },
  'server-error': { meaning: `QuestionPro itself has a problem. ${OLD_LIST}`, todo: WAIT },
  timeout: { meaning: `QuestionPro is slow, or the network is. ${OLD_LIST}`, todo: WAIT },
  network: { meaning: `The network between Loopdesk and QuestionPro is down. ${OLD_LIST}`, todo: WAIT },
  unreadable: {
    meaning: `Something else answered in QuestionPro’s place, or it has changed. ${OLD_LIST}`,
    todo: WAIT,
  },
  'database-away': {
    meaning: `The database of Loopdesk is down, or the network to it. ${OLD_LIST}`,
    todo: WAIT,
  },
};
