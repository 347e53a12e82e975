import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { PAGE_SIZES, type Page } from '../../../contract/index.ts';
import { DeletedNote } from '../../filters/deleted-note.tsx';
import { formatCount } from '../../format/numbers.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { useRovingFocus } from '../../ui/use-roving-focus.ts';
import { useListState } from '../../workspace/workspace-context.ts';
import { formatRange } from './page-range.ts';
import styles from './pager.module.css';

/** Which part of the list this is, and the ways to the other parts. Turning stays within the snapshot. */
export function Pager({ page }: { readonly page: Page }) {
  const listState = useListState();
  const { number, pages } = page;
  const first = number <= 1;
  const last = number >= pages;
  return (
    <nav className={styles.pager} aria-label="Pages" {...useRovingFocus<HTMLElement>()}>
      <p className={styles.range}>
        {formatRange(page)} <DeletedNote query={listState.apiQuery} />
      </p>
      <PageSize perPage={page.perPage} />
      <div className={styles.buttons}>
        <IconButton label="First page" aria-disabled={first} onClick={() => first || listState.goToPage(1)}>
          <ChevronFirst aria-hidden />
        </IconButton>
        <IconButton
          label="Previous page"
          data-command="previous-page"
          aria-disabled={first}
          onClick={() => first || listState.goToPage(Math.min(number, pages + 1) - 1)}
        >
          <ChevronLeft aria-hidden />
        </IconButton>
        <span className={styles.number}>
          Page {formatCount(number)} of {formatCount(Math.max(pages, 1))}
        </span>
        <IconButton
          label="Next page"
          data-command="next-page"
          aria-disabled={last}
          onClick={() => last || listState.goToPage(number + 1)}
        >
          <ChevronRight aria-hidden />
        </IconButton>
        <IconButton label="Last page" aria-disabled={last} onClick={() => last || listState.goToPage(pages)}>
          <ChevronLast aria-hidden />
        </IconButton>
      </div>
    </nav>
  );
}

function PageSize({ perPage }: { readonly perPage: number }) {
  const listState = useListState();
  const id = useId();
  const sizes: readonly number[] = PAGE_SIZES;
  // An address may ask for a size that is not on offer: it is shown as it is.
  const offered = sizes.includes(perPage) ? sizes : [...sizes, perPage].sort((a, b) => a - b);
  return (
    <div className={styles.size}>
      <label htmlFor={id}>Rows</label>
      <Select
        id={id}
        value={perPage}
        onChange={(event) => listState.updateQuery({ perPage: Number(event.target.value) })}
      >
        {offered.map((size) => (
          <option key={size}>{size}</option>
        ))}
      </Select>
    </div>
  );
}
