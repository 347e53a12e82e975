/** Returns an id that no other meeting has. It need not be secret. */
export function newMeetingId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
