/** The time that a file's address stays valid, in milliseconds: browsers begin to save some time after they are asked. */
const REVOKE_DELAY = 60_000;

/** A file to be saved. */
export interface SavedFile {
  readonly name: string;
  readonly content: Blob;
}

/** Saves a file as the browser saves downloads. It does not tell whether the reader has let it. */
export function saveFile({ name, content }: SavedFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_DELAY);
}

/** Saves a text as a file of that media type, in UTF-8. */
export function saveText(name: string, text: string, type: string): void {
  saveFile({ name, content: new Blob([text], { type: `${type};charset=utf-8` }) });
}
