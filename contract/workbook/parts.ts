import { xmlText } from './cell.ts';
import { columnLetters } from './table-sheet.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The media type of a workbook (`.xlsx`). */
export const WORKBOOK_TYPE = `${TYPE}.sheet`;

/** One file of those that a workbook is a zip of; its lines are made as they are written. */
export interface WorkbookPart {
  readonly name: string;
  readonly lines: Iterable<string>;
}

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  /** The rows and columns that its head filters, the head among them; null for a sheet without one. */
  readonly filtered: { readonly rows: number; readonly columns: number } | null;
  /** Number of its first columns that paper shows; all without it. */
  readonly printed?: number;
}

/** The name of a sheet's part, by its place from 0. */
export function sheetPart(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** All parts of a workbook but its sheets. The first is what programs tell a workbook by. */
export function workbookParts(sheets: readonly ListedSheet[]): readonly WorkbookPart[] {
  const parts = sheets.map((_, index) => sheetPart(index));
  const overrides = [
    ['xl/workbook.xml', 'sheet.main'],
    ['xl/styles.xml', 'styles'],
    ...parts.map((part) => [part, 'worksheet']),
  ].map(([part, type]) => `<Override PartName="/${part}" ContentType="${TYPE}.${type}+xml"/>`);
  const related = [...parts.map((part) => [part, 'worksheet']), ['xl/styles.xml', 'styles']].map(
    ([part, type], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="/${part}"/>`,
  );
  return [
    xmlPart(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    ),
    xmlPart(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    ),
    xmlPart('xl/workbook.xml', workbookXml(sheets)),
    xmlPart(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${related.join('')}</Relationships>`,
    ),
    xmlPart('xl/styles.xml', STYLES_XML),
  ];
}

function xmlPart(name: string, xml: string): WorkbookPart {
  return { name, lines: [XML + xml] };
}

/** The sheets by name; the names that Excel expects of a filter, of what is printed, and of a head that each page repeats. */
function workbookXml(sheets: readonly ListedSheet[]): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, filtered, printed }, index) => {
    if (filtered === null) return [];
    const first = (columns: number) => `'${name}'!$A$1:$${columnLetters(columns - 1)}$${filtered.rows}`;
    const area =
      printed === undefined
        ? []
        : [`<definedName name="_xlnm.Print_Area" localSheetId="${index}">${first(printed)}</definedName>`];
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${first(filtered.columns)}</definedName>`,
      ...area,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$1:$1</definedName>`,
    ];
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
}

/** The cells' styles, in the order of `STYLES` in `cell.ts`. */
const STYLES_XML = `<styleSheet xmlns="${MAIN}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EAEF"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF9AA0AC"/></bottom></border></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="8">
<xf><alignment vertical="top"/></xf>
<xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"><alignment vertical="center"/></xf>
<xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"><alignment horizontal="right" indent="2" vertical="center"/></xf>
<xf numFmtId="1" applyNumberFormat="1"><alignment horizontal="right" indent="1" vertical="top"/></xf>
<xf numFmtId="164" applyNumberFormat="1"><alignment horizontal="left" vertical="top"/></xf>
<xf numFmtId="49" applyNumberFormat="1"><alignment horizontal="right" indent="1" vertical="top"/></xf>
<xf applyAlignment="1"><alignment horizontal="left" vertical="top" wrapText="1"/></xf>
<xf numFmtId="165" applyNumberFormat="1"><alignment horizontal="left" vertical="top"/></xf>
</cellXfs>
</styleSheet>`;
