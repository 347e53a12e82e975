export { formatCount, formatCountOf } from '../../contract/index.ts';

const size = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** `under 1 kB`, `12 kB`, `1.3 MB`: about how much room something takes. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000) return 'under 1 kB';
  return bytes < 1_000_000 ? `${size.format(bytes / 1_000)} kB` : `${size.format(bytes / 1_000_000)} MB`;
}
