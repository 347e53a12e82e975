import { expect, test } from 'vitest';
import { parseArguments } from './arguments.ts';

test('without flags the sandbox starts with its defaults', () => {
  expect(parseArguments([])).toEqual({ kind: 'start', options: {} });
});

test('every flag is understood, with a space or an equals sign', () => {
  const args = [
    '--tickets',
    '50000',
    '--latency=200',
    '--port',
    '4010',
    '--seed',
    '7',
    '--file',
    'x.ndjson.gz',
    '--faults',
  ];
  expect(parseArguments(args)).toEqual({
    kind: 'start',
    options: { tickets: 50_000, latencyMs: 200, port: 4010, seed: 7, file: 'x.ndjson.gz', faults: true },
  });
});

test('--help wins over everything else', () => {
  expect(parseArguments(['--nonsense', '--help'])).toEqual({ kind: 'help' });
});

test('all faults are named at once', () => {
  const args = ['--tickets', 'many', '--port=99999', '--colour', 'extra', '-x', '--file=', '--latency'];
  expect(parseArguments(args)).toEqual({
    kind: 'errors',
    errors: [
      '--tickets needs a whole number from 0 to 1000000',
      '--port needs a whole number from 0 to 65535',
      '--colour is not a flag of the sandbox',
      'extra is not a flag of the sandbox',
      '-x is not a flag of the sandbox',
      '--file needs a path',
      '--latency needs a whole number from 0 to 60000',
    ],
  });
});
