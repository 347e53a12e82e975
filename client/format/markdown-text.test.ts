import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownText } from './markdown-text.ts';
import { oneLine } from './one-line.ts';

/** What a reader of Markdown shows of a text, and what of it is neither escaped nor code, to be acted upon. */
function read(markdown: string): { readonly shown: string; readonly acted: string } {
  const parts = markdown.matchAll(/\\([!-/:-@[-`{-~])|`([^`]+)`|(.)/gs);
  let [shown, acted] = ['', ''];
  for (const [, escaped, code, plain] of parts) {
    shown += escaped ?? code ?? plain;
    acted += plain ?? 'x';
  }
  return { shown, acted };
}

test('signs of Markdown and of HTML are escaped, and nothing else is changed', () => {
  expect(
    markdownText('# x\n<img src=x onerror=alert(1)> [a](b) ![c](d) | `e` **f** ~~g~~ &lt; $x$ $20'),
  ).toBe(
    '\\# x \\<img src=x onerror=alert(1)\\> \\[a\\](b) \\!\\[c\\](d) \\| \\`e\\` \\*\\*f\\*\\* \\~\\~g\\~\\~ \\&lt; \\$x\\$ $20',
  );
  expect(markdownText('The lift (2nd floor) is stuck, again: 3 times!')).toBe(
    'The lift (2nd floor) is stuck, again: 3 times\\!',
  );
  expect(markdownText('\\|')).toBe('\\\\\\|');
});

test.each(['- a', '+ a', '1. a', '12) a', '= a', '--- a', ': a'])(
  '%s begins no list, heading or rule',
  (text) => {
    expect(markdownText(text)).toMatch(/^\d*\\[-+.)=:]/);
    expect(read(markdownText(text)).shown).toBe(text);
  },
);

test.each([
  'https://evil.example/x',
  '(http://evil.example)',
  'www.evil.example',
  'evil.example',
  'ann@example.com',
  '@octocat,',
  '@channel',
  '<@U024BE7LH>',
  '#123',
  'loopdesk/loopdesk#7',
  'GH-26',
  'CX-1017',
  'mailto:ann',
  ':+1:',
  '![x](https://evil.example/p.png)',
  '<https://evil.example>',
  '[~admin]@x',
])('%s stands as code, letter by letter', (word) => {
  const markdown = markdownText(`see ${word} there`);
  expect(markdown).toBe(`see \`${word}\` there`);
});

test('what would end the code, or a cell of a table, is escaped beside it', () => {
  expect(markdownText('`@ann|@bo`@cy')).toBe('\\``@ann`\\|`@bo`\\``@cy`');
});

test('whatever a text is, it is shown and acts upon nothing, in one line and one cell', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '@ann',
      'http://x.yz',
      '#1',
      '`',
      '|',
      '\\',
      '``',
      '\n',
      '\u202E',
      '<b>',
      ':a:',
      '- ',
      '1.',
    ),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
      const markdown = markdownText(parts.join(''));
      const { shown, acted } = read(markdown);
      expect(acted).not.toMatch(/[@#`|<>[\]*_\n\r\u202E]|:\/\//);
      expect(acted).not.toMatch(/^\d*[-+.)] /);
      expect(shown).toBe(oneLine(parts.join('')));
    }),
  );
});

test.each([1e3, 1e4, 1e5])('a text of %d characters grows in proportion', (size) => {
  for (const one of ['`', '@', '|', ':a', '\u0903', 'a.', '# ', '\\']) {
    const text = one.repeat(size / one.length);
    expect(markdownText(text).length).toBeLessThanOrEqual(4 * size + 4);
  }
});
