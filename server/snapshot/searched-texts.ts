import type { Ticket } from '../../contract/index.ts';

/** The texts of a ticket that a search looks in, besides its id: those that hardly two tickets share. */
export function searchedTexts({
  description,
  customerName,
  customerEmail,
}: Ticket): readonly (string | null)[] {
  return [description, customerName, customerEmail];
}

/** The texts that a search looks in and that many tickets share. */
export function sharedTexts({
  type,
  assignedUser,
  originSegment,
  currentSegment,
}: Ticket): readonly (string | null)[] {
  return [
    type,
    assignedUser?.name ?? null,
    assignedUser?.email ?? null,
    originSegment?.name ?? null,
    originSegment?.code ?? null,
    currentSegment?.name ?? null,
    currentSegment?.code ?? null,
  ];
}
