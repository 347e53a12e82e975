/** The days of the week by the names that a schedule has them under, from Monday. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** The most people who get one report. */
export const MAX_RECIPIENTS = 50;

/** The longest e-mail address, in characters. */
export const LONGEST_EMAIL = 254;

/** Whether a text is a time of the day like `08:30`. */
export function isTimeOfDay(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whether a text is an e-mail address that a report can go to: plain ASCII, without a name. */
export function isMailAddress(text: string): boolean {
  const [name = '', domain = '', ...rest] = text.split('@');
  return (
    text.length <= LONGEST_EMAIL &&
    rest.length === 0 &&
    /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(name) &&
    /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i.test(domain)
  );
}
