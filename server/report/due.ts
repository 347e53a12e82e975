import { addDays, dayIn, type ReportSchedule, timeOfDayIn, WEEKDAYS } from '../../contract/index.ts';

type Times = Pick<ReportSchedule, 'weekday' | 'at' | 'zone'>;

/** The last instant at which a schedule was due, that of `now` included. Epoch milliseconds. */
export function lastDue(times: Times, now: number): number {
  return dueInstants(times, now).findLast((due) => due <= now) as number;
}

/** The first instant after `now` at which a schedule is due. Epoch milliseconds. */
export function nextDue(times: Times, now: number): number {
  return dueInstants(times, now).find((due) => due > now) as number;
}

/** The instants around `now`, ascending: those of two weeks before to two weeks after, as zones leave out days. */
function dueInstants({ weekday, at, zone }: Times, now: number): readonly number[] {
  const today = dayIn(now, zone);
  // Weekdays count from Sunday, and weeks from Monday.
  const ahead = WEEKDAYS.indexOf(weekday) - ((new Date(today).getUTCDay() + 6) % 7);
  return [-2, -1, 0, 1, 2].map((weeks) => timeOfDayIn(addDays(today, ahead + 7 * weeks), at, zone));
}
