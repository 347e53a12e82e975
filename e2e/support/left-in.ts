import type { Page } from '@playwright/test';

/** Everything of ours that the browser has, by the kind of place and its name. */
export function leftIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const databases = await Promise.all(
      (await indexedDB.databases()).map(async ({ name = '' }) => {
        const opened = indexedDB.open(name);
        const database = await new Promise<IDBDatabase>((resolve) => {
          opened.onsuccess = () => resolve(opened.result);
        });
        const stores = [...database.objectStoreNames];
        const counts = await Promise.all(
          stores.map((store) => {
            const counted = database.transaction(store).objectStore(store).count();
            return new Promise<number>((resolve) => {
              counted.onsuccess = () => resolve(counted.result);
            });
          }),
        );
        database.close();
        return stores.filter((_, index) => counts[index] !== 0).map((store) => `${name} ${store}`);
      }),
    );
    const session = Object.keys({ ...sessionStorage }).map((name) => `sessionStorage ${name}`);
    const local = Object.keys({ ...localStorage }).map((name) => `localStorage ${name}`);
    return [...databases.flat(), ...session, ...local, ...(await caches.keys())];
  });
}
