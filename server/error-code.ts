/** The system's code, or what kind of error it is; never its text, which quotes the file. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.name : 'unknown reason';
}
