import { useId, useState } from 'react';
import { Missing } from '../../badges/badges.tsx';
import { formatCount } from '../../format/numbers.ts';
import styles from './description.module.css';

/** A text of more characters or lines begins folded: what stands below it is wanted, too. */
const LONG = { characters: 900, lines: 14 } as const;

/** The customer's words, each line in its own direction; a letter is unfolded on demand. */
export function Description({ text }: { readonly text: string | null }) {
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  if (text === null || text.trim() === '') return <Missing word="No description" />;
  const lines = text.split(/\r\n|[\n\r\u2029]/);
  const long = text.length > LONG.characters || lines.length > LONG.lines;
  return (
    <div>
      <div id={id} className={styles.words} data-folded={long && !unfolded}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text stay where they are
          <div key={index} dir="auto">
            {line === '' ? <br /> : line}
          </div>
        ))}
      </div>
      {long && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={unfolded}
          aria-controls={id}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? 'Show less' : `Show all ${formatCount([...text].length)} characters`}
        </button>
      )}
    </div>
  );
}
