import { useMemo } from 'react';
import { TREND_GROUPS, TREND_SPANS } from '../../contract/index.ts';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/registry.ts';
import { type TrendsParams, withSpan } from './period/trends-params.ts';

/** Registers what the screen of trends can do: the spans, and the fields of the scorecards. */
export function useTrendsCommands(params: TrendsParams, setParams: (next: TrendsParams) => void): void {
  const commands = useMemo(
    (): readonly Command[] => [
      ...TREND_SPANS.filter((span) => span !== params.span).map((span) => ({
        id: `trends-${span}`,
        group: 'Show' as const,
        label: `Trends by ${span}`,
        keys: null,
        run: () => setParams(withSpan(params, span)),
      })),
      ...TREND_GROUPS.filter((by) => by !== params.by).map((by) => ({
        id: `scorecards-${by}`,
        group: 'Show' as const,
        label: `Scorecards by ${by}`,
        keys: null,
        run: () => setParams({ ...params, by }),
      })),
    ],
    [params, setParams],
  );
  useCommands(commands);
}
