import { useEffect } from 'react';

/** Names the tab after what it shows. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Loopdesk`;
  }, [title]);
}
