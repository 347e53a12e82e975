import { DEFAULT_QUERY } from '../../../contract/index.ts';
import { formatAddress } from '../../address/address.ts';

/** The absolute address of a ticket here, over the usual list. */
export function deskLink(workspace: string, id: number): string {
  return new URL(formatAddress(workspace, DEFAULT_QUERY, { item: id }), location.origin).href;
}

/** The address of a ticket in QuestionPro, by the template that whoever runs Loopdesk has given. */
export function sourceLink(template: string, workspace: string, id: number): string {
  return template.replaceAll('{id}', String(id)).replaceAll('{workspace}', encodeURIComponent(workspace));
}
