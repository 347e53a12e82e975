import { failureOf, fetchFromServer } from './request.ts';

/** Deletes what is at an address of the API. @throws ApiProblem and ConnectionLost */
export async function deleteAt(path: string): Promise<void> {
  const response = await fetchFromServer(path, { method: 'DELETE' });
  if (!response.ok) throw await failureOf(response);
}
