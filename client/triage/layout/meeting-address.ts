import { DEFAULT_QUERY, decodeQuery, type TicketQuery } from '../../../contract/index.ts';
import type { MeetingHead } from '../../../contract/meeting/index.ts';
import { formatAddress } from '../../address/address.ts';

/** The views of a meeting, as addresses name them. */
const MEETING_VIEWS = ['walk', 'minutes', 'room'] as const;

export type MeetingView = (typeof MEETING_VIEWS)[number];

/** The address of a meeting in a workspace's screens. */
export function meetingAddress(workspace: string, meeting: string, view: MeetingView = 'walk'): string {
  const item = view === 'walk' ? meeting : `${meeting}~${view}`;
  return formatAddress(workspace, DEFAULT_QUERY, { screen: 'triage', item });
}

/** The opposite of {@link meetingAddress}, for the part behind `triage/`; null for a part that no meeting has. */
export function parseMeetingItem(
  item: string,
): { readonly meeting: string; readonly view: MeetingView } | null {
  const [meeting = '', name = 'walk', ...rest] = item.split('~');
  const view = MEETING_VIEWS.find((known) => known === name);
  return view === undefined || rest.length > 0 ? null : { meeting, view };
}

/** The address of the meetings, with the view that the next one would be started from. */
export function meetingsAddress(workspace: string, query: TicketQuery = DEFAULT_QUERY): string {
  return formatAddress(workspace, query, { screen: 'triage' });
}

/** The query of the view that a meeting was started from; null when this version cannot read it. */
export function meetingQuery({ search }: MeetingHead): TicketQuery | null {
  const decoded = decodeQuery(new URLSearchParams(search));
  return decoded.ok ? decoded.query : null;
}
