import { useMemo, useState } from 'react';
import { changeSettings, useSettings } from '../settings/settings.ts';
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts';

/** Screens large enough for the overview to be open by default. */
const ROOMY = '(min-width: 1200px) and (min-height: 1000px)';

export interface OverviewOpen {
  readonly open: boolean;
  readonly toggle: () => void;
}

/** State of the grid and chart over the list, with its toggle. On a phone, opening them is not remembered. */
export function useOverviewOpen(): OverviewOpen {
  const { overview } = useSettings();
  const roomy = useMediaQuery(ROOMY);
  const isNarrow = useMediaQuery(NARROW);
  const [openHere, setOpenHere] = useState(false);
  const open = isNarrow ? openHere : (overview ?? roomy);
  return useMemo(
    () => ({ open, toggle: () => (isNarrow ? setOpenHere(!open) : changeSettings({ overview: !open })) }),
    [open, isNarrow],
  );
}
