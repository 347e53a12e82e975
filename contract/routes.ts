/** The API's addresses, for both sides. Ids are encoded here and nowhere else. */
export const routes = {
  me: () => '/api/me',
  tokens: () => '/api/tokens',
  token: (id: string) => `/api/tokens/${encodeURIComponent(id)}`,
  sessions: () => '/api/sessions',
  session: (id: string) => `/api/sessions/${encodeURIComponent(id)}`,
  audit: () => '/api/audit',
  auditCsv: () => '/api/audit.csv',
  workspaces: () => '/api/workspaces',
  tickets: (workspace: string) => `${ofWorkspace(workspace)}/tickets`,
  ticket: (workspace: string, id: number) => `${ofWorkspace(workspace)}/tickets/${id}`,
  ticketsCsv: (workspace: string) => `${ofWorkspace(workspace)}/tickets.csv`,
  ticketsXlsx: (workspace: string) => `${ofWorkspace(workspace)}/tickets.xlsx`,
  summary: (workspace: string) => `${ofWorkspace(workspace)}/summary`,
  trends: (workspace: string) => `${ofWorkspace(workspace)}/trends`,
  history: (workspace: string, id: number) => `${ofWorkspace(workspace)}/tickets/${id}/history`,
  report: (workspace: string) => `${ofWorkspace(workspace)}/report`,
  snapshot: (workspace: string) => `${ofWorkspace(workspace)}/snapshot`,
  refresh: (workspace: string) => `${ofWorkspace(workspace)}/refresh`,
} as const;

function ofWorkspace(workspace: string): string {
  return `/api/workspaces/${encodeURIComponent(workspace)}`;
}
