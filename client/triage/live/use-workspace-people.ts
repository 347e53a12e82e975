import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DEFAULT_QUERY, NONE } from '../../../contract/index.ts';
import { facetsQuery } from '../../api/facets.ts';

const NOBODY: readonly string[] = [];

/**
 * The assignees of a workspace by name, as of the first snapshot that is known here; empty until the server has told.
 *
 * @param snapshot the newest snapshot's number; null while it is not known
 */
export function useWorkspacePeople(workspace: string, snapshot: number | null): readonly string[] {
  const [first, setFirst] = useState(snapshot);
  if (first === null && snapshot !== null) setFirst(snapshot);
  const query = { ...DEFAULT_QUERY, at: first };
  const { data } = useQuery({ ...facetsQuery(workspace, query), select: namesOf, enabled: first !== null });
  return data ?? NOBODY;
}

function namesOf(facets: {
  readonly assignee: readonly { readonly value: string; readonly label: string }[];
}) {
  return facets.assignee.filter(({ value }) => value !== NONE).map(({ label }) => label);
}
