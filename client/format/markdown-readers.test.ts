// @vitest-environment jsdom
import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { markdownLink, markdownText } from './markdown-text.ts';
import { oneLine } from './one-line.ts';

// GitHub's flavour, and a reader that makes links of bare addresses as chats do.
const lax = new MarkdownIt({ linkify: true });
const READERS: readonly [string, (markdown: string) => string][] = [
  ['GitHub’s', (markdown) => micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })],
  ['a chat’s', (markdown) => lax.render(markdown)],
];

const pieces = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
  fc.constantFrom(
    '@ann',
    'a@b.cd',
    'http://x.yz',
    'HTTPS:',
    '//',
    'www.',
    'WWW.',
    'a.bc',
    '.',
    '/',
    'xmpp:',
    '_',
  ),
  fc.constantFrom(
    '#1',
    '`',
    '``',
    '|',
    '\\',
    '\n',
    '<b>',
    '<!--',
    '&amp;',
    ':a:',
    '[a]: b',
    '[^1]',
    '[x]',
    '~~',
    '*',
  ),
  fc.constantFrom('- ', '+ ', '> ', '1.', '===', '---', '***', '    ', '\t', '\u2028'),
);
const anyText = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

/** The tags of a page but for code, and the text that a reader of it sees in some of them. */
function parsed(html: string) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const tags = [...body.querySelectorAll('*')].map(({ localName }) => localName);
  return {
    tags: [...new Set(tags)].filter((tag) => tag !== 'code'),
    seenIn: (selector: string) => [...body.querySelectorAll(selector)].map((one) => seen(one.textContent)),
  };
}

function seen(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

test.each(READERS)('%s reader shows a text letter by letter, and makes nothing of it', (_name, render) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const markdown = markdownText(text);
      const blocks = [
        `# ${markdown}`,
        markdown,
        `- Decision: ${markdown}`,
        `| a | b |\n| --- | --- |\n| ${markdown} | z |`,
      ];
      const { tags, seenIn } = parsed(render(blocks.join('\n\n')));
      const wanted = seen(oneLine(text));
      expect(
        tags.filter(
          (tag) => !['h1', 'p', 'ul', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'].includes(tag),
        ),
      ).toEqual([]);
      expect(seenIn('h1')).toEqual([wanted]);
      expect(seenIn('body > p')).toEqual(wanted === '' ? [] : [wanted]);
      expect(seenIn('li')).toEqual([seen(`Decision: ${wanted}`)]);
      expect(seenIn('td')).toEqual([wanted, 'z']);
    }),
    { numRuns: 100 },
  );
});

test.each([
  '_www.evil',
  '0www.evil',
  '(//evil',
  '|.sA',
  'see evil.example/x',
  'ann@evil.example',
  'HTTP://evil',
])('%s is no link for any reader', (text) => {
  for (const [, render] of READERS) {
    const { tags, seenIn } = parsed(render(markdownText(text)));
    expect(tags).toEqual(['p']);
    expect(seenIn('p')).toEqual([text]);
  }
});

test('a link leads where it should, whatever its address holds, in a cell too', () => {
  const address = 'https://desk.example/w/a(b) c|d>/tickets/7?q=`x`\\';
  for (const [, render] of READERS) {
    const html = render(`| a |\n| --- |\n| ${markdownLink('7', address)} |`);
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    const [link] = body.querySelectorAll('td > a:only-child');
    expect(link?.textContent).toBe('7');
    expect(decodeURI(link?.getAttribute('href') ?? '')).toBe(address);
  }
});
