import type { WorkspacesAnswer } from '../../../contract/index.ts';

/** Links to a workspace's tickets in QuestionPro; null when no template is configured. */
export function ticketLink(
  { ticketUrlTemplate }: WorkspacesAnswer,
  workspace: string,
): (ticket: number) => string | null {
  return (ticket) =>
    ticketUrlTemplate === null
      ? null
      : ticketUrlTemplate
          .replaceAll('{id}', String(ticket))
          .replaceAll('{workspace}', encodeURIComponent(workspace));
}
