import { Check, CirclePause, Flag, type LucideIcon, SkipForward } from 'lucide-react';
import type { Mark } from '../../../contract/meeting/index.ts';

/** Icon, words, shortcut and tooltip of each mark. */
export const MARK_STYLES: Readonly<
  Record<
    Mark,
    {
      readonly icon: LucideIcon;
      readonly order: string;
      readonly done: string;
      readonly key: string;
      readonly hint?: string;
    }
  >
> = {
  discussed: { icon: Check, order: 'Discussed', done: 'Discussed', key: 'd' },
  'follow-up': { icon: Flag, order: 'Follow up', done: 'To follow up', key: 'f' },
  skipped: { icon: SkipForward, order: 'Skip', done: 'Skipped', key: 's' },
  parked: {
    icon: CirclePause,
    order: 'Park',
    done: 'Parked',
    key: 'p',
    hint: 'It comes back before the end',
  },
};
