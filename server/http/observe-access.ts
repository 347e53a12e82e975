import { Gauge, type Registry } from 'prom-client';
import type { AccessFigures } from '../access/figures.ts';

/** Has a registry report what sign-in stands on. */
export function observeAccess(
  registry: Registry,
  { isFileBroken, areKeysFailing, sessions }: AccessFigures,
): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge(
    'loopdesk_access_file_failing',
    '1 while the access file has errors and an older one is in force.',
    () => Number(isFileBroken()),
  );
  if (areKeysFailing !== null) {
    gauge(
      'loopdesk_access_keys_failing',
      '1 while the keys of PROXY_JWKS_URL cannot be had, so that nobody is let in.',
      () => Number(areKeysFailing()),
    );
  }
  if (sessions === null) return;
  gauge('loopdesk_sessions', 'Sessions used since the start that have not ended.', () => sessions().known);
  gauge('loopdesk_sessions_failing', '1 while sessions cannot be stored or looked up.', () =>
    Number(sessions().isFailing),
  );
}
