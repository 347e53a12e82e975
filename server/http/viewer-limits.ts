import { isPersonal, type Role, type TicketQuery } from '../../contract/index.ts';
import { HttpProblem } from './problem.ts';

/**
 * Refuses a query that asks for something of customers by name, from somebody who may not know them. What it asks by
 * other means is answered from tickets without customers.
 *
 * @throws HttpProblem `not-allowed` naming the key
 */
export function requireAllowedQuery(role: Role, query: TicketQuery): void {
  if (role !== 'viewer') return;
  const sorted = query.sort.find(({ key }) => isPersonal(key));
  if (sorted !== undefined) throw refused('sort', sorted.key);
  if (query.customerOf !== null) throw refused('customerOf', String(query.customerOf));
  const column = query.columns?.find(({ column: key }) => isPersonal(key));
  if (column !== undefined) throw refused('columns', column.column);
}

function refused(key: string, value: string): HttpProblem {
  return new HttpProblem('not-allowed', `${key} may not ask for ${value} here: viewers see no customers.`);
}
