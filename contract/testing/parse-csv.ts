/** Parses CSV as RFC 4180 has it: what is quoted may hold anything, and a quote in it is doubled. */
export function parseCsv(text: string, separator = ','): string[][] {
  const end = `(${separator}|\\r\\n|$)`;
  const cells = text.matchAll(new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))${end}`, 'g'));
  const rows: string[][] = [[]];
  for (const [whole, quoted, plain, ending] of cells) {
    if (whole === '') break;
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (ending === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}
