import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { SCREENS } from '../address/screens.ts';
import { useKeys } from '../commands/use-keys.ts';
import { MaskNotice } from '../settings/mask-notice.tsx';
import { changeSettings, useSettings } from '../settings/settings.ts';
import { TroubleLine } from '../snapshot/trouble-line.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Guarded } from '../ui/part-boundary.tsx';
import { prefetcher } from '../ui/prefetch-parts.ts';
import { SkipLink } from '../ui/skip-link.tsx';
import { ToastsPart } from '../ui/toasts-part.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts';
import { useViewCommands } from '../views/use-view-commands.ts';
import { afterPaint } from '../workspace/after-paint.ts';
import { AfterRows } from '../workspace/after-rows.tsx';
import {
  useListState,
  useShownList,
  useSnapshotStatus,
  useWorkspaceInfo,
} from '../workspace/workspace-context.ts';
import { FilterAside } from './filter-aside.tsx';
import { FiltersOpenProvider } from './filters-open.ts';
import { FirstStepsPart } from './first-steps/first-steps-part.tsx';
import { Header } from './header.tsx';
import { ClickHintPart } from './hints/click-hint-part.tsx';
import { KeyHint } from './key-hint.tsx';
import { PrintedHeading } from './printed-heading.tsx';
import { type FrameActions, useFrameCommands } from './use-frame-commands.ts';
import { useSettingsCommands } from './use-settings-commands.ts';
import styles from './workspace-layout.module.css';

const Palette = lazyPart(() => import('../palette/palette.tsx').then((it) => it.Palette), {
  name: 'The list of commands',
  place: 'over',
});
const FilterMenu = lazyPart(
  () => import('../palette/filter-menu/filter-menu.tsx').then((it) => it.FilterMenu),
  { name: 'The menu of filters', place: 'over' },
);
const FilterSheet = lazyPart(() => import('../filters/filter-sheet.tsx').then((it) => it.FilterSheet), {
  name: 'The filters',
  place: 'over',
});
const SettingsDialog = lazyPart(
  () => import('../settings/settings-dialog.tsx').then((it) => it.SettingsDialog),
  { name: 'Settings', place: 'over' },
);
const Help = lazyPart(() => import('./help.tsx').then((it) => it.Help), {
  name: 'The list of keys',
  place: 'over',
});

interface WorkspaceLayoutProps {
  /** Title of the tab, before the workspace's name. */
  readonly title: string;
  readonly children: ReactNode;
}

/** Frame of all screens of a workspace: where one is, how old the data is, which filters are on. */
export function WorkspaceLayout({ title, children }: WorkspaceLayoutProps) {
  const listState = useListState();
  const { name } = useWorkspaceInfo();
  useDocumentTitle(`${title} · ${name}`);

  const isNarrow = useMediaQuery(NARROW);
  const { filters: panelOpen } = useSettings();
  const [over, setOver] = useState<'filters' | 'filter-menu' | 'palette' | 'settings' | 'help' | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const filtersOpen = useMemo(() => {
    const sheetOpen = over === 'filters';
    return {
      open: isNarrow ? sheetOpen : panelOpen,
      toggle: () =>
        isNarrow ? setOver(sheetOpen ? null : 'filters') : changeSettings({ filters: !panelOpen }),
    };
  }, [isNarrow, over, panelOpen]);
  const close = () => setOver(null);

  const actions = useMemo(
    () => ({
      search: () => search.current?.focus(),
      filterMenu: () => setOver('filter-menu'),
      filters: filtersOpen.toggle,
      palette: () => setOver('palette'),
      settings: () => setOver('settings'),
      help: () => setOver('help'),
    }),
    [filtersOpen],
  );
  useSettingsCommands();
  useKeys();

  return (
    <FiltersOpenProvider value={filtersOpen}>
      <div className={styles.screen}>
        <SkipLink>Skip to the {SCREENS[listState.screen].title.toLowerCase()}</SkipLink>
        <Header
          searchRef={search}
          onPalette={actions.palette}
          onSettings={actions.settings}
          onHelp={actions.help}
        />
        <AfterRows>
          <Commands actions={actions} />
        </AfterRows>
        <div className={styles.body}>
          <main className={styles.main}>
            <AfterRows>
              <PrintedHeading />
            </AfterRows>
            {children}
          </main>
          {panelOpen && !isNarrow && <FilterAside />}
        </div>
        <AfterRows>
          {(isNarrow || !panelOpen) && <FirstStepsPart place="screen" />}
          <Trouble />
        </AfterRows>
      </div>
      <MaskNotice />
      <ToastsPart />
      {over === 'filters' && isNarrow && <FilterSheet onClose={close} />}
      {over === 'filter-menu' && <FilterMenu onClose={close} />}
      {over === 'palette' && <Palette onClose={close} />}
      {over === 'settings' && <SettingsDialog onClose={close} />}
      {over === 'help' && <Help onClose={close} />}
      <KeyHint />
      <ClickHintPart />
      <LaterParts />
    </FiltersOpenProvider>
  );
}

interface CommandsProps {
  readonly actions: FrameActions;
}

/** Registers what can be done on every screen: nobody presses a key before the rows are there. */
const Commands = memo(function Commands({ actions }: CommandsProps): null {
  const listState = useListState();
  useViewCommands(listState);
  useFrameCommands(listState, actions);
  return null;
});

const Trouble = memo(function Trouble() {
  const status = useSnapshotStatus();
  return (
    <Guarded name="The state of the data" place="inline" identity={status?.number}>
      {status !== null && <TroubleLine status={status} />}
    </Guarded>
  );
});

/** Fetches what opens later once the first rows are on screen: nothing may take their time. */
function LaterParts(): null {
  const { list } = useShownList();
  const hasRows = list !== null;
  useEffect(() => {
    if (!hasRows) return;
    let forget = () => {};
    const cancel = afterPaint(() => {
      forget = prefetcher.run();
    });
    return () => {
      cancel();
      forget();
    };
  }, [hasRows]);
  return null;
}
