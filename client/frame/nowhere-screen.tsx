import type { WorkspacesAnswer } from '../../contract/index.ts';
import { NotHere } from '../states/failing.tsx';
import { buttonClass } from '../ui/button.tsx';
import { viewHref } from '../views/saved-view.ts';
import { useStartView } from '../views/use-views.ts';
import { BareScreen } from './bare-screen.tsx';

interface NowhereScreenProps {
  readonly title: string;
  readonly workspaces: WorkspacesAnswer;
}

/** An address that leads nowhere, with the workspaces that there are. */
export function NowhereScreen({ title, workspaces: { mode, workspaces } }: NowhereScreenProps) {
  const startView = useStartView();
  return (
    <BareScreen demo={mode === 'demo'}>
      <NotHere title={title}>
        <p>These workspaces are here:</p>
        {workspaces.map(({ id, name }) => (
          <a key={id} className={buttonClass()} href={viewHref(startView(id), id)}>
            {name}
          </a>
        ))}
      </NotHere>
    </BareScreen>
  );
}
