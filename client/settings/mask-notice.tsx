import { useState } from 'react';
import { Announcement } from '../ui/visually-hidden.tsx';
import { useSettings } from './settings.ts';

/** Says aloud that customers' names are hidden or shown, whichever way the reader has switched it. */
export function MaskNotice() {
  const { masked } = useSettings();
  const [last, setLast] = useState(masked);
  const [switched, setSwitched] = useState(false);
  if (masked !== last) {
    setLast(masked);
    setSwitched(true);
  }
  return (
    <Announcement>
      {switched && `Customers’ names and e-mails are ${masked ? 'hidden' : 'shown'}`}
    </Announcement>
  );
}
