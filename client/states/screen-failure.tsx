import { ServerCrash } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { reloadPage } from '../ui/reload-page.ts';
import { Panel } from './panel.tsx';

interface ScreenFailureProps {
  readonly children: ReactNode;
}

/**
 * Replaces a screen that failed to render: because of a bug, or because a part of it could not be fetched any
 * more after Loopdesk was updated. No saved data is lost.
 */
export class ScreenFailure extends Component<ScreenFailureProps, { readonly error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state as { readonly error: Error | null };
    if (error === null) return this.props.children;
    return (
      <main>
        <Panel icon={ServerCrash} tone="fail" title="This screen could not be shown">
          <p>
            Loopdesk may have been updated since this page was loaded, or it has made a mistake. What you have
            saved is still there. Load the page again; if that does not help, tell whoever runs Loopdesk this:
          </p>
          <p>
            <code>{error.message}</code>
          </p>
          <Button variant="primary" onClick={reloadPage}>
            Load again
          </Button>
        </Panel>
      </main>
    );
  }
}
