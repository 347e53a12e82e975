import { arch, cpus, loadavg, totalmem } from 'node:os';

/** The machine that figures were taken on, in one line, to stand beside them. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown CPU';
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB`;
  const load = loadavg().map((average) => average.toFixed(2));
  return `${model} (${arch}), ${cpus().length} cores, ${memory}, Node ${process.version}, load ${load.join(' ')}`;
}
