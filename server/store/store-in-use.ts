/** The store is used by another process. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
}
