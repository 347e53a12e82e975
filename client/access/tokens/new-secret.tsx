import { Copy } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { CreatedToken } from '../../../contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/clipboard.ts';
import { MAIN_PART } from '../../ui/skip-link.tsx';
import styles from './new-secret.module.css';

interface NewSecretProps {
  readonly created: CreatedToken;
  readonly onDone: () => void;
}

/** The secret of a token that was just made: nobody can show it again. */
export function NewSecret({ created: { name, token }, onDone }: NewSecretProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each new secret
  useEffect(() => {
    setTold('');
    field.current?.focus();
    field.current?.select();
  }, [token]);
  const copy = async () => {
    const isCopied = await copyText(token);
    if (!isCopied) field.current?.select();
    setTold(isCopied ? 'Copied.' : 'The browser does not allow it: copy the selected text yourself.');
  };
  const done = () => {
    onDone();
    document.getElementById(MAIN_PART)?.focus();
  };
  return (
    <section className={styles.secret} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.title}>
        Copy <bdi>{name}</bdi> now: it is shown this once
      </h2>
      <div className={styles.row}>
        <input
          ref={field}
          className={styles.field}
          aria-label="Secret"
          readOnly
          spellCheck={false}
          value={token}
        />
        <Button variant="primary" onClick={() => void copy()}>
          <Copy aria-hidden />
          Copy
        </Button>
        <Button onClick={done}>Done</Button>
      </div>
      <p role="status">{told}</p>
    </section>
  );
}
