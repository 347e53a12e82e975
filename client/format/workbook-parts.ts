/** A cell of a sheet; null leaves it empty. Dates are epoch milliseconds, told in UTC. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly at: number }
  | null;

/** A sheet with one row of headings, which stays in sight and filters. */
export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    /** In characters. */
    readonly width: number;
  }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The most characters that a cell of a spreadsheet takes. */
const MOST_CHARACTERS = 32_767;

/** Days from the spreadsheets' first day to that of the epoch. */
const EPOCH_DAY = 25_569;

const DAY_MS = 86_400_000;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in the list of styles: as it is, a heading, a date, a text in several lines. */
const STYLE = { heading: 1, date: 2, text: 3 } as const;

/** The parts of a workbook by their names in its archive. */
export function workbookParts(sheets: readonly Sheet[]): Readonly<Record<string, string>> {
  const numbered = sheets.map((sheet, index) => ({ sheet, place: index + 1 }));
  const override = (name: string, type: string) =>
    `<Override PartName="/${name}" ContentType="${TYPE}.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${numbered.map(({ place }) => override(`xl/worksheets/sheet${place}.xml`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbered.map(({ sheet, place }) => `<sheet name="${escaped(sheet.name)}" sheetId="${place}" r:id="rId${place}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${numbered.map(({ place }) => relation(place, 'worksheet', `worksheets/sheet${place}.xml`)).join('')}${relation(sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d\\ mmm\\ yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      numbered.map(({ sheet, place }) => [`xl/worksheets/sheet${place}.xml`, sheetPart(sheet)]),
    ),
  };
}

function sheetPart({ columns, rows }: Sheet): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const head = columns.map(({ title }, index) => textCell(`${letters(index)}1`, title, STYLE.heading));
  const body = rows.map((cells, index) => {
    const place = index + 2;
    const written = cells.map((cell, column) => cellPart(`${letters(column)}${place}`, cell));
    return `<row r="${place}">${written.join('')}</row>`;
  });
  const last = `${letters(columns.length - 1)}${rows.length + 1}`;
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${head.join('')}</row>${body.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

function cellPart(place: string, cell: Cell): string {
  if (cell === null) return '';
  if (cell.kind === 'text') return textCell(place, cell.text, STYLE.text);
  if (cell.kind === 'number') return `<c r="${place}"><v>${cell.value}</v></c>`;
  return `<c r="${place}" s="${STYLE.date}"><v>${EPOCH_DAY + cell.at / DAY_MS}</v></c>`;
}

function textCell(place: string, text: string, style: number): string {
  const cut = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cut)}</t></is></c>`;
}

/** `A` for the first column, `AA` for the twenty-seventh. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** Signs that XML 1.0 cannot have, halves of characters among them. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** `_x0041_` would be read as an escape for a letter. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text
    .replace(NOT_IN_XML, '\uFFFD')
    .replace(ESCAPE, '_x005F_')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
