/** All names of what Loopdesk keeps begin with it; see `createPersistedValue`. */
const PREFIX = 'loopdesk';

/** An item that this browser stores for Loopdesk. */
export interface StoredItem {
  /** Without the prefix: `settings`. Empty for the database that is called as the product is. */
  readonly name: string;
  /** Space that it takes, in bytes; null for a database, which does not tell. */
  readonly bytes: number | null;
}

/** Everything that this browser keeps for Loopdesk, by name. Empty as well where it keeps nothing for anybody. */
export async function listStoredItems(): Promise<readonly StoredItem[]> {
  const databases = (await databaseNames()).map((name) => ({ name, bytes: null }));
  return [...storedTexts(), ...databases]
    .map(({ name, bytes }) => ({ name: name.slice(PREFIX.length).replace(/^[.-]/, ''), bytes }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Wipes all of it. What the page has in memory is not touched: load it anew.
 *
 * @throws Error when a database is in use: it is wiped as soon as it is not
 */
export async function clearBrowserStorage(): Promise<void> {
  for (const { name } of storedTexts()) localStorage.removeItem(name);
  await Promise.all((await databaseNames()).map(deleteDatabase));
}

function storedTexts(): { readonly name: string; readonly bytes: number }[] {
  try {
    return (
      Object.entries({ ...localStorage })
        .filter(([name]) => name.startsWith(`${PREFIX}.`))
        // A browser keeps two bytes a character.
        .map(([name, text]) => ({ name, bytes: 2 * (name.length + String(text).length) }))
    );
  } catch {
    // Storage is switched off: nothing is kept.
    return [];
  }
}

async function databaseNames(): Promise<string[]> {
  // Simulated browsers have none.
  if (typeof indexedDB === 'undefined') return [];
  try {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    return names.filter((name) => name.startsWith(PREFIX));
  } catch {
    // Storage is switched off: nothing is kept.
    return [];
  }
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('a meeting is open, and goes when its tabs are closed.'));
  });
}
