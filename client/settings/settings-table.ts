import { COLUMNS, type ColumnTerm, isZone, SEPARATORS, type Separator } from '../../contract/index.ts';
import { type Check, flag, list, nullable, number, object, oneOf, text } from '../storage/checks.ts';
import { choiceSetting, plainSetting, type SettingsTable, switchSetting, type ValuesOf } from './setting.ts';

const zone: Check<string> = (value) => {
  const name = text(value);
  return name === undefined || name === 'browser' || isZone(name) ? name : undefined;
};

const columnTerm = object<ColumnTerm>({ column: oneOf(COLUMNS), width: nullable(number), pinned: flag });

/** Steps that show somebody new what Loopdesk is for, in order. */
export const FIRST_STEPS = ['segment', 'view', 'step', 'meeting'] as const;

export type FirstStep = (typeof FIRST_STEPS)[number];

const TIMEBOXES = ['off', '2', '3', '5', '10'] as const;

/** Every setting, in the order of the dialog: types, defaults, the check of stored values, commands and fields come from here. */
export const SETTINGS = {
  // public/theme.js reads these two before the first paint.
  theme: choiceSetting('Appearance', 'Theme', [
    { value: 'system', label: 'System' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ]),
  density: choiceSetting('Appearance', 'Density', [
    { value: 'comfortable', label: 'Comfortable' },
    { value: 'compact', label: 'Compact' },
  ]),
  /** Whether rows stand under heads while the most urgent come first. */
  grouped: switchSetting(true, {
    field: {
      section: 'Appearance',
      title: 'Group by overdue and priority',
      note: 'While the most urgent come first.',
    },
    commands: ['Group tickets', 'Stop grouping tickets'],
    group: 'Show',
  }),
  /** `browser`, or an IANA time zone. */
  zone: {
    ...plainSetting('browser', zone),
    field: { kind: 'zone', section: 'Time zone', title: 'Show times and begin days in' },
  },
  /** Whether customers' names and e-mails are hidden, as for a shared screen. */
  masked: switchSetting(false, {
    field: {
      section: 'Shared screen',
      title: 'Hide customers’ names and e-mails',
      note: 'In lists, tickets, copies and exports. Their words stay, without names and e-mails that are known. Hidden is not erased: the browser gets them all the same, and meetings are kept here with them.',
    },
    commands: ['Hide or show customers’ names', 'Hide or show customers’ names'],
    keys: 'm',
    group: 'Show',
    ofCustomers: true,
  }),
  /** Whether single keys do something. */
  keys: switchSetting(true, {
    field: {
      section: 'Keyboard',
      title: 'Single-key shortcuts',
      note: 'Off, letters do nothing outside of fields. Combinations with Ctrl or ⌘ and the keys of lists and menus stay.',
    },
    commands: ['Turn single-key shortcuts on', 'Turn single-key shortcuts off'],
  }),
  /** Whether the key for a click is told, once for each. */
  hints: switchSetting(true, {
    field: {
      section: 'Keyboard',
      title: 'Hints',
      note: 'After a click that a key would have saved, the key is told: once for each, and at most one a minute.',
    },
    commands: ['Turn hints on', 'Turn hints off'],
  }),
  /** The commands whose keys have been told. */
  hinted: plainSetting<readonly string[]>([], list(text)),
  /** Whether the card of the first steps is there; it is put away for good. */
  firstSteps: switchSetting(true, { commands: ['Show the first steps', 'Put the first steps away'] }),
  /** The first steps that are done. */
  stepsDone: plainSetting<readonly FirstStep[]>([], list(oneOf(FIRST_STEPS))),
  /** Whether a verdict in a meeting shows the next ticket. */
  autoAdvance: switchSetting(true, {
    field: { section: 'Triage meetings', title: 'Go on to the next ticket after each verdict' },
  }),
  /** Minutes that a meeting wants to give to a ticket, or `off`. */
  timebox: {
    ...plainSetting<(typeof TIMEBOXES)[number]>('off', oneOf(TIMEBOXES)),
    field: { kind: 'choice', section: 'Triage meetings', title: 'Time for each ticket' },
    choices: TIMEBOXES.map((value) => ({ value, label: value === 'off' ? 'Off' : `${value} min` })),
  },
  /** Whether the list goes on to newer data by itself, as a wall screen wants it. */
  following: switchSetting(false, { commands: ['Auto-update', 'Stop auto-update'] }),
  /** Whether the grid and the chart stand over the list; null until the reader has decided. */
  overview: plainSetting(null, nullable(flag)),
  /** Whether the filters stand beside the list. */
  filters: plainSetting(true, flag),
  /** The columns that the reader has arranged last; null for the usual ones. */
  columns: plainSetting<readonly ColumnTerm[] | null>(null, nullable(list(columnTerm))),
  /** The form of exports. */
  fileFormat: plainSetting<'workbook' | 'csv'>('workbook', oneOf(['workbook', 'csv'])),
  /** The separator of the cells of a CSV file; null until the reader has chosen. */
  separator: plainSetting<Separator | null>(null, nullable(oneOf(Object.keys(SEPARATORS) as Separator[]))),
  /** Whether the texts of a CSV file are as they are, formulas too. */
  rawTexts: plainSetting(false, flag),
  /** Place of what a CSV file cannot say of itself. */
  exportNotes: plainSetting<'none' | 'file' | 'lines'>('none', oneOf(['none', 'file', 'lines'])),
} satisfies SettingsTable;

/** The values of all settings. */
export type Settings = ValuesOf<typeof SETTINGS>;
