import type { Values } from '../charts/chart.ts';
import styles from './sparkline.module.css';

const [WIDTH, HEIGHT] = [48, 20];
/** Room for the line's own thickness and its last dot. */
const EDGE = 3;

/** A line of numbers as small as a word, from zero; it breaks where nothing is known. For the eye alone. */
export function Sparkline({ values }: { readonly values: Values }) {
  const top = Math.max(1, ...values.map((value) => value ?? 0));
  const step = (WIDTH - 2 * EDGE) / Math.max(1, values.length - 1);
  const points = values.map((value, index) =>
    value === null
      ? null
      : `${(EDGE + index * step).toFixed(1)} ${(HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * value) / top).toFixed(1)}`,
  );
  const path = points.map((point, index) => {
    if (point === null) return '';
    const isFirst = index === 0 || points[index - 1] === null;
    return `${isFirst ? 'M' : 'L'}${point}`;
  });
  const last = points.findLast((point) => point !== null);
  return (
    <svg className={styles.line} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      <path d={path.join('')} />
      {last != null && <path className={styles.dot} d={`M${last}h0`} />}
    </svg>
  );
}
