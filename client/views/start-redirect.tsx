import { Redirect } from 'wouter';
import { viewHref } from './saved-view.ts';
import { useViews } from './use-views.ts';

/** Leads to the view that a visit begins with, once it is known; to the usual one where it cannot be. */
export function StartRedirect({ workspace }: { readonly workspace: string }) {
  const { start, loading } = useViews(workspace);
  if (loading.status === 'loading') return <p role="status">Loading your views…</p>;
  return <Redirect to={viewHref(start, workspace)} replace />;
}
