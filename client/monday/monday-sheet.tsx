import type { MondayAnswers } from '../../contract/monday/index.ts';
import { ChartCard } from '../trends/charts/chart-card.tsx';
import { RecordingNote } from '../trends/recording-note.tsx';
import { useWorkspaceInfo } from '../workspace/workspace-context.ts';
import { AttentionPart } from './attention-part.tsx';
import styles from './monday-sheet.module.css';
import { NamesPart } from './names-part.tsx';
import { Sentence } from './sentence.tsx';
import { useMondayFigures } from './use-monday.ts';
import { useSourceLines } from './use-source-lines.ts';

/** The page itself: one sheet of A4 on paper. */
export function MondaySheet({ answers }: { readonly answers: MondayAnswers }) {
  const { name } = useWorkspaceInfo();
  const { page, charts } = useMondayFigures(answers);
  const source = useSourceLines(answers.trends);
  const { trends } = answers;
  return (
    <article className={styles.sheet} aria-label="How are we doing" data-printed="alone">
      <header className={styles.head}>
        <h2 className={styles.name}>
          <bdi>{name}</bdi>: how are we doing
        </h2>
        <p className={styles.source}>
          {source.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      </header>
      <div className={styles.headline}>
        {page.headline.map((phrases) => (
          <p key={phrases.map(({ text }) => text).join('')}>
            <Sentence phrases={phrases} />
          </p>
        ))}
      </div>
      <RecordingNote trends={trends} />
      <div className={styles.charts}>
        {charts.map((chart) => (
          <ChartCard key={chart.id} chart={chart} trends={trends} />
        ))}
      </div>
      <div className={styles.lists}>
        <NamesPart {...page} />
        <AttentionPart attention={page.attention} />
      </div>
    </article>
  );
}
