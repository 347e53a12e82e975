import { type Check, flag, oneOf } from '../storage/checks.ts';

/** Sections of the settings' dialog. */
type Section = 'Appearance' | 'Time zone' | 'Shared screen' | 'Keyboard' | 'Triage meetings';

/** The field that a setting has in the dialog: some in sight, something on or off, or any time zone. */
export interface SettingField {
  readonly kind: 'choice' | 'switch' | 'zone';
  readonly section: Section;
  readonly title: string;
  readonly note?: string;
}

/** A value that the palette or a key changes a setting to; it is offered while another one holds. */
interface SettingCommand<Value> {
  readonly value: Value;
  readonly label: string;
  /** As a command has it; null without keys. */
  readonly keys: string | null;
  readonly group: 'Show' | 'Settings';
}

/** All that there is to know of one setting. */
export interface Setting<Value> {
  /** The value of a reader who has chosen nothing. */
  readonly initial: Value;
  /** Reads a stored value: an older or a newer version may have written it. */
  readonly check: Check<Value>;
  /** Null for what is changed only on the screen that it is about. */
  readonly field: SettingField | null;
  /** The values to choose from, as people call them; empty where they are no few. */
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly commands: readonly SettingCommand<Value>[];
  /** Whether it is about customers: who may not know them is not offered it. */
  readonly ofCustomers?: true;
}

/** Settings by their names. */
// biome-ignore lint/suspicious/noExplicitAny: each setting has a type of its own
export type SettingsTable = Readonly<Record<string, Setting<any>>>;

/** The values of the settings of a table. */
export type ValuesOf<Table extends SettingsTable> = {
  readonly [Key in keyof Table]: Table[Key] extends Setting<infer Value> ? Value : never;
};

/** A setting that neither the dialog nor the palette shows. */
export function plainSetting<Value>(initial: Value, check: Check<Value>): Setting<Value> {
  return { initial, check, field: null, choices: [], commands: [] };
}

interface SwitchOptions {
  readonly field?: Omit<SettingField, 'kind'>;
  /** The orders that switch it on and off. */
  readonly commands?: readonly [on: string, off: string];
  readonly keys?: string;
  readonly group?: 'Show' | 'Settings';
  readonly ofCustomers?: true;
}

/** A setting that is on or off. */
export function switchSetting(initial: boolean, options: SwitchOptions): Setting<boolean> {
  const { field, commands, keys = null, group = 'Settings', ofCustomers } = options;
  return {
    ...plainSetting(initial, flag),
    ...(ofCustomers && { ofCustomers }),
    ...(field && { field: { kind: 'switch', ...field } }),
    ...(commands && {
      commands: [true, false].map((value) => ({ value, label: commands[value ? 0 : 1], keys, group })),
    }),
  };
}

/** A setting that is one of a few values, the first of which holds at first. */
export function choiceSetting<const Value extends string>(
  section: Section,
  title: string,
  choices: readonly [Choice<Value>, ...Choice<Value>[]],
): Setting<Value> {
  return {
    initial: choices[0].value,
    check: oneOf(choices.map(({ value }) => value)),
    field: { kind: 'choice', section, title },
    choices,
    commands: choices.map(({ value, label }) => ({
      value,
      label: `${title}: ${label.toLowerCase()}`,
      keys: null,
      group: 'Settings',
    })),
  };
}

interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
}

/** The settings of a table that are offered to a reader who may know customers, or not. */
export function offeredSettings(table: SettingsTable, seesCustomers: boolean): SettingsTable {
  return Object.fromEntries(
    Object.entries(table).filter(([, { ofCustomers }]) => seesCustomers || ofCustomers !== true),
  );
}
