import type { WorkspacesAnswer } from '../../../contract/index.ts';

/** Where a ticket of a workspace is to be found in QuestionPro; null when nobody has configured it. */
export function linkTo(
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
