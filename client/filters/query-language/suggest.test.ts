import { expect, test } from 'vitest';
import { AGE_BANDS, type Facets } from '../../../contract/index.ts';
import { emptyFacets } from '../../../contract/testing/empty-facets.ts';
import { beginsKey, suggest } from './suggest.ts';

const value = (name: string, count = 1, label = name) => ({ value: name, label, count });

const facets: Facets = {
  ...emptyFacets(),
  status: [value('NEW', 3), value('OPEN', 9), value('RESOLVED', 30)],
  priority: [value('LOW'), value('HIGH')],
  type: [value('Pothole', 5), value('Request for Pothole Repair', 8), value('a, b', 1)],
  overdue: [value('true', 1, 'Overdue'), value('false', 2, 'Not overdue')],
  assignee: [
    value('ann@example.com', 4, 'Ann Smith'),
    value('ann.2@example.com', 6, 'Ann Smith'),
    value('none', 9, 'Unassigned'),
  ],
  age: AGE_BANDS.map((band) => value(band.value, 1, `${band.value} days`)),
};

/** What is offered at the end of a text. */
function offered(text: string, isAsked = false): readonly string[] {
  return suggest(text, text.length, facets, isAsked)?.options.map((option) => option.text) ?? [];
}

/** The text once an option was chosen. */
function chosen(text: string, index: number): string | undefined {
  const suggestions = suggest(text, text.length, facets, false);
  const option = suggestions?.options[index];
  return option && suggestions && text.slice(0, suggestions.from) + option.text + text.slice(suggestions.to);
}

test('a word that begins like a key offers the key, and after a minus only keys that can keep out', () => {
  expect(offered('lamp sta')).toEqual(['status:']);
  expect(offered('lamp -o')).toEqual(['-origin:']);
  expect(offered('o')).toEqual(['origin:', 'overdue:']);
});

test('a word that is called like values offers them with their keys, the most used first', () => {
  expect(offered('poth')).toEqual(['type:"Request for Pothole Repair"', 'type:Pothole']);
  expect(offered('-res')).toEqual(['-status:resolved']);
  expect(offered('repair')).toEqual(['type:"Request for Pothole Repair"']);
  expect(offered('"poth')).toEqual([]);
});

test('a key offers its values: a scale in its order, else the most used first', () => {
  expect(offered('status:')).toEqual(['new', 'open', 'resolved']);
  expect(offered('type:')).toEqual(['"Request for Pothole Repair"', 'Pothole', '"a, b"']);
  expect(offered('type:poth')).toEqual(['Pothole', '"Request for Pothole Repair"']);
  expect(offered('type:"request fo')).toEqual(['"Request for Pothole Repair"']);
  expect(offered('overdue:')).toEqual(['yes', 'no']);
  expect(offered('issued:last')).toEqual(['>=today-6', 'week-1', '>=today-29', '>=today-89']);
});

test('a value that the term has already is not offered again', () => {
  expect(offered('status:new,')).toEqual(['open', 'resolved']);
});

test('two of the same name are told apart', () => {
  const options = suggest('assignee:ann', 12, facets, false)?.options;
  expect(options).toEqual([
    expect.objectContaining({ text: 'ann.2@example.com', name: 'Ann Smith', note: 'ann.2@example.com' }),
    expect.objectContaining({ text: 'ann@example.com', name: 'Ann Smith', note: 'ann@example.com' }),
  ]);
});

test('a choice replaces what stands there and nothing else', () => {
  expect(chosen('lamp sta', 0)).toBe('lamp status:');
  expect(chosen('status:new,op', 0)).toBe('status:new,open');
  expect(suggest('status:op refund', 9, facets, false)).toMatchObject({ from: 7, to: 9 });
});

test('values are counted under the text without the word or the filter that is typed', () => {
  const counted = (text: string, caret = text.length) => {
    const suggestions = suggest(text, caret, facets, false);
    return [suggestions?.others.trim(), suggestions?.options.at(-1)?.counted];
  };
  expect(counted('status:new poth')).toEqual([
    'status:new',
    { key: 'type', value: 'Pothole', excludes: false },
  ]);
  expect(counted('-resol lamp', 6)).toEqual(['lamp', { key: 'status', value: 'RESOLVED', excludes: true }]);
  expect(counted('lamp status:new,resolve')).toEqual([
    'lamp',
    { key: 'status', value: 'RESOLVED', excludes: false },
  ]);
});

test('names are found however their letters are written', () => {
  const named = { ...facets, type: [value('Straße'), value('ﾃｽﾄ'), value('Łódź – Depot')] };
  const found = (text: string) =>
    suggest(text, text.length, named, false)?.options.map(({ text: one }) => one);
  expect(found('type:STRASSE-'.slice(0, -1))).toBeUndefined();
  expect(found('type:strass')).toEqual(['Straße']);
  expect(found('type:テス')).toEqual(['ﾃｽﾄ']);
  expect(found('lodz')).toEqual(['type:"Łódź – Depot"']);
});

test('a number, or several with commas alone, may be meant for tickets', () => {
  expect(offered('1017')).toEqual(['id:1017']);
  expect(offered('lamp 1017,1018')).toEqual(['id:1017,1018']);
  expect(offered('1,200,000')).toEqual([]);
  expect(offered('007')).toEqual([]);
});

test('nothing is offered for a phrase or numbers of tickets', () => {
  expect(offered('"status')).toEqual([]);
  expect(offered('#10')).toEqual([]);
  expect(offered('1017, 1018')).toEqual([]);
});

test('Enter takes the first only where what is typed is no value', () => {
  const takesFirst = (text: string) => suggest(text, text.length, facets, false)?.takesFirst;
  expect(takesFirst('status:ne')).toBe(true);
  expect(takesFirst('status:')).toBe(false);
  expect(takesFirst('type:Pothole')).toBe(false);
  expect(takesFirst('sta')).toBe(false);
});

test('nothing is offered where all is said, or where nothing is typed and nobody has asked', () => {
  expect(offered('status:new')).toEqual([]);
  expect(offered('')).toEqual([]);
  expect(offered('lamp ')).toEqual([]);
  expect(offered('lamp ', true)).toContain('status:');
  expect(offered('id:')).toEqual([]);
});

test('of very many values some are offered, with the number of the others', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => value(`Person ${index}`));
  const suggestions = suggest('assignee:pers', 13, { ...facets, assignee: many }, false);
  expect(suggestions?.options).toHaveLength(50);
  expect(suggestions?.more).toBe(4_950);
});

test('a word may still become a key as long as it begins like one', () => {
  expect(beginsKey('lamp typ', 8)).toBe(true);
  expect(beginsKey('lamp typo', 9)).toBe(false);
  expect(beginsKey('typ lamp', 8)).toBe(false);
});
