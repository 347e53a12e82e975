/** The absolute form of an address here, as links for other people have it. */
export function publicAddress(address: string): string {
  return new URL(address, location.origin).href;
}
