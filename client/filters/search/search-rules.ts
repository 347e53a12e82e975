/** A form of search, and its result. */
interface SearchRule {
  /** Ways to type it. */
  readonly texts: readonly string[];
  readonly finds: string;
}

/** The forms of search besides filters: in the box, in an address and in a saved view alike. */
export const SEARCH_RULES: readonly SearchRule[] = [
  { texts: ['refund late'], finds: 'Both words, anywhere in a ticket, whatever their case and accents' },
  { texts: ['"not paid"'], finds: 'These words side by side' },
  { texts: ['-refund', '-"not paid"'], finds: 'Tickets without it' },
  { texts: ['#1017', 'ticket 1017'], finds: 'The ticket of this number' },
  { texts: ['1017, 1018'], finds: 'These tickets; paste a column of numbers to get the same' },
  { texts: ['264533'], finds: 'Also the ticket of this survey, response or feedback' },
];

/** The forms of typed filters. */
export const FILTER_RULES: readonly SearchRule[] = [
  { texts: ['status:new,open'], finds: 'Either value' },
  { texts: ['-status:resolved'], finds: 'Excludes it' },
  { texts: ['type:"MANUAL TICKET"'], finds: 'Quotes keep spaces, commas and colons' },
  { texts: ['issued:>=today-6'], finds: 'From six days ago on; days are those of your time zone' },
  { texts: ['issued:week-1', 'issued:month'], finds: 'Last week, from Monday; this month' },
];
