import { useInfiniteQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { navigate, useSearch } from 'wouter/use-browser-location';
import type { Me } from '../../../contract/index.ts';
import { accessPath } from '../../account/access-pages.ts';
import { type AuditFilter, auditQuery, fetchAuditCsv } from '../../api/audit.ts';
import { describeFailure } from '../../api/describe-failure.ts';
import { useZone } from '../../settings/settings.ts';
import { Button } from '../../ui/button.tsx';
import { FailedLine } from '../../ui/failed-line.tsx';
import { saveFile } from '../../ui/save-file.ts';
import styles from '../access-screen.module.css';
import { Answered } from '../answered.tsx';
import { type AuditSearch, filterOf, formatAuditSearch, readAuditSearch } from './audit-address.ts';
import { AuditFilters } from './audit-filters.tsx';
import page from './audit-page.module.css';
import { AuditTable } from './audit-table.tsx';

/** The audit log, with filters that stand in the address, and all entries that match as a file. */
export function AuditPage({ me }: { readonly me: Me }) {
  const search = readAuditSearch(useSearch());
  const filter = filterOf(search, useZone());
  const result = useInfiniteQuery({ ...auditQuery(filter), refetchOnWindowFocus: 'always' });
  const { data, error, isFetching, isFetchNextPageError, isPlaceholderData } = result;
  const change = (part: Partial<AuditSearch>) => {
    // As the address is now: what was typed comes after a pause, in which another filter may have been chosen.
    const text = formatAuditSearch({ ...readAuditSearch(location.search), ...part });
    navigate(text === '' ? accessPath('audit') : `${accessPath('audit')}?${text}`, { replace: true });
  };
  const entries = data?.pages.flatMap((one) => one.entries);
  const failed = {
    nextTryAt: null,
    isRetrying: error !== null && isFetching,
    retry: () => void (isFetchNextPageError ? result.fetchNextPage() : result.refetch()),
  };
  const isFiltered = Object.values(search).some((value) => value !== null);
  return (
    <>
      <AuditFilters search={search} onChange={change}>
        <SaveButton filter={filter} />
      </AuditFilters>
      <Answered
        name="The audit log"
        result={{ ...failed, data: entries, error: isFetchNextPageError ? null : error }}
      >
        {(shown) =>
          shown.length === 0 ? (
            <p role="status" className={styles.note}>
              {isFiltered ? 'No entry matches.' : 'There is no entry yet.'}
              {me.access === 'proxy' && ' Who signs in at the proxy in front is told by the proxy’s own log.'}
            </p>
          ) : (
            <AuditTable entries={shown} me={me} isStale={isPlaceholderData} />
          )
        }
      </Answered>
      {isFetchNextPageError && error !== null && (
        <FailedLine message={`Older entries could not be loaded. ${describeFailure(error)}`} {...failed} />
      )}
      {result.hasNextPage && !isFetchNextPageError && (
        <Button
          className={page.older}
          aria-disabled={result.isFetchingNextPage}
          onClick={() => result.isFetchingNextPage || void result.fetchNextPage()}
        >
          {result.isFetchingNextPage ? 'Loading…' : 'Show older entries'}
        </Button>
      )}
    </>
  );
}

function SaveButton({ filter }: { readonly filter: AuditFilter }) {
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const save = async () => {
    if (isSaving) return;
    setSaving(true);
    setFailure(null);
    try {
      saveFile(await fetchAuditCsv(filter));
    } catch (error) {
      setFailure(`It could not be saved. ${describeFailure(error as Error)}`);
    } finally {
      setSaving(false);
    }
  };
  return (
    <div className={page.save}>
      <Button aria-disabled={isSaving} onClick={() => void save()}>
        <Download aria-hidden />
        {isSaving ? 'Saving…' : 'Save as CSV'}
      </Button>
      {failure !== null && (
        <p role="alert" className={styles.error}>
          {failure}
        </p>
      )}
    </div>
  );
}
