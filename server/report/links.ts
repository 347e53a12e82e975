import { encodeQuery, type TicketQuery } from '../../contract/index.ts';

/** Absolute addresses of a workspace's screens, as a mail has them. */
export interface Links {
  readonly page: string;
  list(query: TicketQuery): string;
}

/** @param publicUrl where people reach Loopdesk, without a slash at its end */
export function createLinks(publicUrl: string, workspace: string): Links {
  const base = `${publicUrl}/w/${encodeURIComponent(workspace)}`;
  return {
    page: `${base}/monday`,
    list: (query) => `${base}/tickets?${new URLSearchParams(encodeQuery(query))}`,
  };
}
