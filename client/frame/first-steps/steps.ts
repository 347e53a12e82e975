import { currentCommands } from '../../commands/registry.ts';
import { changeSettings } from '../../settings/settings.ts';
import type { FirstStep } from '../../settings/settings-table.ts';
import { showToast } from '../../ui/toasts.ts';

/** Words of the steps. */
export const STEP_LABELS: Readonly<Record<FirstStep, string>> = {
  segment: 'Filter by your segment',
  view: 'Save that as a view',
  step: 'Go on with j and k',
  meeting: 'Hold a first meeting',
};

interface Surroundings {
  /** Brings the filters on screen. */
  readonly openFilters: () => void;
  /** Whether single keys do something. */
  readonly hasKeys: boolean;
}

/** Leads to where a step is done. The reader does it. */
export function showStep(step: FirstStep, { openFilters, hasKeys }: Surroundings): void {
  if (step === 'segment') {
    openFilters();
    whenThere('[data-facet="segment"] [data-part="title"]', openFacet);
  } else if (step === 'view') runCommand('save-view');
  else if (step === 'meeting') runCommand('screen-triage');
  else showKeys(hasKeys);
}

function showKeys(hasKeys: boolean): void {
  if (!hasKeys) {
    const run = () => {
      changeSettings({ keys: true });
      return null;
    };
    showToast({ id: TOAST, text: 'Single-key shortcuts are off.', action: { label: 'Turn on', run } });
    return;
  }
  if (document.querySelector(ROW) === null) runCommand('screen-tickets');
  whenThere(ROW, (row) => row.focus());
  showToast({
    id: TOAST,
    text: 'Press j for the next ticket and k for the one before. Enter opens it, ? lists all keys.',
  });
}

const ROW = '[data-listed] a[data-ticket]';

const TOAST = 'first-steps';

function openFacet(title: HTMLElement): void {
  if (title.getAttribute('aria-expanded') === 'false') title.click();
  title.scrollIntoView({ block: 'start' });
  title.focus();
}

/** Tries for as long as a part needs to be fetched, in frames. */
const FRAMES = 120;

/** Acts on an element as soon as it is on screen, or not at all. */
function whenThere(selector: string, act: (element: HTMLElement) => void, frames = FRAMES): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element !== null) act(element);
  else if (frames > 0) requestAnimationFrame(() => whenThere(selector, act, frames - 1));
}

function runCommand(id: string): void {
  currentCommands()
    .find((command) => command.id === id)
    ?.run();
}
