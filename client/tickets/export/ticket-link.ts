import { DEFAULT_QUERY } from '../../../contract/index.ts';
import { formatAddress } from '../../address/address.ts';
import { publicAddress } from '../../address/public-address.ts';

/** The absolute address of a ticket here, over the usual list. */
export function ticketLink(workspace: string, id: number): string {
  return publicAddress(formatAddress(workspace, DEFAULT_QUERY, { item: id }));
}
