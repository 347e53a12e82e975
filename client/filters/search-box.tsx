import { Search, X } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { useDesk } from '../desk/desk-context.ts';
import styles from './search-box.module.css';

/** How long typing must rest before the list is asked, in milliseconds. */
const REST = 250;

/** Full-text search. What is typed goes into the address when typing rests; the address can change it back. */
export function SearchBox({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const { view } = useDesk();
  const asked = view.query.q;
  const [typed, setTyped] = useState(asked);
  const [seen, setSeen] = useState(asked);

  // Back, a removed chip or a link changed the search from outside: show that one.
  if (asked !== seen) {
    setSeen(asked);
    if (asked !== typed.trim()) setTyped(asked);
  }

  const ask = (text: string) => {
    // One history entry a search, not one a letter.
    if (text.trim() !== asked) view.ask({ q: text.trim() }, { replace: asked !== '' });
  };

  useEffect(() => {
    if (typed.trim() === asked) return;
    const timer = setTimeout(() => ask(typed), REST);
    return () => clearTimeout(timer);
  });

  return (
    <form
      aria-label="Search"
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        ask(typed);
      }}
    >
      <Search aria-hidden className={styles.icon} />
      <input
        ref={inputRef}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        className={styles.input}
        aria-label="Search tickets"
        aria-keyshortcuts="/"
        placeholder="Search words, customer, assignee, ID"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed === '' ? (
        <kbd className={styles.key} aria-hidden>
          /
        </kbd>
      ) : (
        <button
          type="button"
          className={styles.clear}
          aria-label="Clear the search"
          onClick={() => {
            setTyped('');
            ask('');
            inputRef.current?.focus();
          }}
        >
          <X aria-hidden />
        </button>
      )}
    </form>
  );
}
