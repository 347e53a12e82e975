import { Counter, Gauge, type Registry } from 'prom-client';
import type { KeptAnswers } from './kept-answers.ts';

/** Has a registry report the answers that are kept for those who ask the same. */
export function observeKeptAnswers(registry: Registry, { figures }: Pick<KeptAnswers, 'figures'>): void {
  const registers = [registry];
  new Gauge({
    name: 'loopdesk_kept_answers_bytes',
    help: 'Memory of the answers that are kept, as they are encoded.',
    registers,
    collect() {
      this.set(figures().bytes);
    },
  });
  new Counter({
    name: 'loopdesk_kept_answers_total',
    help: 'Lists and summaries asked for, by whether the answer was kept.',
    labelNames: ['result'],
    registers,
    collect() {
      const { hits, misses } = figures();
      this.reset();
      this.inc({ result: 'hit' }, hits);
      this.inc({ result: 'miss' }, misses);
    },
  });
}
