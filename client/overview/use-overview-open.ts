import { useMemo, useState } from 'react';
import { changeSettings, useSettings } from '../settings/settings.ts';
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts';

/** Where the overview leaves enough of the list in sight to be open unasked. */
const ROOMY = '(min-width: 1200px) and (min-height: 1000px)';

export interface OverviewOpen {
  readonly open: boolean;
  readonly toggle: () => void;
}

/** Whether the grid and the chart stand over the list. On a phone they are opened when wanted, and not kept open. */
export function useOverviewOpen(): OverviewOpen {
  const { overview } = useSettings();
  const roomy = useMediaQuery(ROOMY);
  const narrow = useMediaQuery(NARROW);
  const [openHere, setOpenHere] = useState(false);
  const open = narrow ? openHere : (overview ?? roomy);
  return useMemo(
    () => ({ open, toggle: () => (narrow ? setOpenHere(!open) : changeSettings({ overview: !open })) }),
    [open, narrow],
  );
}
