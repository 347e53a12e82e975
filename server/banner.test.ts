import { expect, test } from 'vitest';
import { banner } from './banner.ts';
import { parseEnv } from './env.ts';

function bannerOf(PUBLIC_URL: string): string {
  const access = { ACCESS: 'proxy', ACCESS_FILE: '/access.json', PROXY_TRUSTED: '10.0.0.1', HOST: '0.0.0.0' };
  const result = parseEnv({ ...access, PUBLIC_URL }, () => '');
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return banner({ env: result.env, url: 'http://0.0.0.0:3000', workspaces: [] });
}

test('a public address without https is taken on loopback, with one line of warning', () => {
  expect(bannerOf('http://127.0.0.1:8080/desk/').match(/Warning/g)).toHaveLength(1);
  const text = bannerOf('https://desk.example.com/desk/');
  expect(text).toContain('Loopdesk is at https://desk.example.com/desk, and listens at http://0.0.0.0:3000');
  expect(text).not.toContain('Warning');
});
