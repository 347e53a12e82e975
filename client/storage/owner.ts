/** The name under which the browser keeps whose its data are; public/theme.js reads it too. */
const KEY = 'loopdesk.person';

const listeners = new Set<() => void>();
let owner = readOwner();

/** The id of the person whose settings and views these are; null where nobody signs in. */
export function storageOwner(): string | null {
  return owner;
}

/** Goes on with the settings and views of another person. Those of the one before stay, under their id. */
export function setStorageOwner(id: string | null): void {
  if (id === owner) return;
  owner = id;
  try {
    if (id === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, id);
  } catch {
    // Storage is switched off: there is nothing in it to belong to anybody.
  }
  for (const listener of listeners) listener();
}

/** Calls back whenever the owner changes. */
export function onOwnerChange(listener: () => void): void {
  listeners.add(listener);
}

/** The name of an item of the owner's. */
export function ownName(name: string): string {
  return owner === null ? name : `${name}@${encodeURIComponent(owner)}`;
}

function readOwner(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Storage is switched off: nothing was kept.
    return null;
  }
}
