import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Me } from '../../contract/index.ts';
import { ACCESS_PAGES, type AccessPage, accessPath, offeredPages } from '../account/access-pages.ts';
import { AccountButton } from '../account/account-button.tsx';
import { homeAddress } from '../base/base-path.ts';
import { BareHeader } from '../frame/header.tsx';
import { MAIN_PART, SkipLink } from '../ui/skip-link.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import styles from './access-screen.module.css';
import { AuditPage } from './audit/audit-page.tsx';
import { NotOffered } from './not-offered.tsx';
import { SessionsPage } from './sessions/sessions-page.tsx';
import { TokensPage } from './tokens/tokens-page.tsx';

interface AccessScreenProps {
  readonly page: AccessPage;
  readonly me: Me;
  readonly demo: boolean;
}

/** The pages of who may come in and what they did, each at an address of its own. */
export function AccessScreen({ page, me, demo }: AccessScreenProps) {
  const title = ACCESS_PAGES[page];
  useDocumentTitle(title);
  const offered = offeredPages(me);
  return (
    <>
      <SkipLink>Skip to the content</SkipLink>
      <BareHeader demo={demo}>
        <nav className={styles.tabs} aria-label="Access">
          <Link className={styles.back} href={homeAddress()}>
            <ArrowLeft aria-hidden />
            Tickets
          </Link>
          {offered.map((each) => (
            <Link
              key={each}
              className={styles.tab}
              href={accessPath(each)}
              aria-current={each === page ? 'page' : undefined}
            >
              {ACCESS_PAGES[each]}
            </Link>
          ))}
        </nav>
        <div className={styles.account}>
          <AccountButton />
        </div>
      </BareHeader>
      <main id={MAIN_PART} tabIndex={-1} className={styles.main}>
        <h1 className={styles.title}>{title}</h1>
        {page === 'tokens' || offered.includes(page) ? PAGES[page](me) : <NotOffered page={page} me={me} />}
      </main>
    </>
  );
}

const PAGES: Readonly<Record<AccessPage, (me: Me) => ReactNode>> = {
  tokens: (me) => <TokensPage me={me} />,
  sessions: (me) => <SessionsPage me={me} />,
  audit: (me) => <AuditPage me={me} />,
};
