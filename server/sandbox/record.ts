/** A ticket as the reference page of `GET /cx/closedloop/workspaces/{workspaceID}/tickets` documents it. */
export interface SandboxRecord {
  id: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
  feedbackId: number;
  surveyId: number | null;
  responseId: number | null;
  priority: string;
  status: string;
  type: string;
  description: string;
  issueDate: string;
  isOverdue: boolean;
  customerName: string | null;
  customerEmail: string | null;
  originSegment: SandboxSegment | null;
  currentSegment: SandboxSegment | null;
  assignedUser: SandboxPerson | null;
}

export interface SandboxSegment {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

export interface SandboxPerson {
  readonly name: string;
  readonly email: string;
}
