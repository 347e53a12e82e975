import { type Check, eachOrElse } from '../storage/checks.ts';
import type { SettingsTable, ValuesOf } from './setting.ts';

/** The settings of a reader who has chosen nothing. */
export function initialSettings<Table extends SettingsTable>(table: Table): ValuesOf<Table> {
  return mapTable(table, ({ initial }) => initial) as ValuesOf<Table>;
}

/** Reads stored settings. It is lenient in each: one that a newer version wrote costs that setting alone. */
export function storedSettings<Table extends SettingsTable>(table: Table): Check<ValuesOf<Table>> {
  const checks = mapTable(table, ({ check }) => check);
  return eachOrElse(checks as Parameters<typeof eachOrElse<ValuesOf<Table>>>[0], initialSettings(table));
}

function mapTable(
  table: SettingsTable,
  read: (setting: SettingsTable[string]) => unknown,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(table).map(([key, setting]) => [key, read(setting)]));
}
