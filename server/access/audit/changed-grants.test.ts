import { expect, test, vi } from 'vitest';
import type { Role } from '../../../contract/index.ts';
import type { Grant } from '../grants.ts';
import { auditChangedGrants, changedGrants } from './changed-grants.ts';

function user(name: string, role: Role, workspaces: Grant['workspaces'] = ['w']): Grant {
  return { who: { kind: 'user', name }, workspaces, role };
}

test.each<[string, Grant[], Grant[], string[]]>([
  ['nothing', [user('a', 'viewer')], [user('a', 'viewer')], []],
  ['the order', [user('a', 'viewer'), user('b', 'member')], [user('b', 'member'), user('a', 'viewer')], []],
  ['a weaker grant beside', [user('a', 'member')], [user('a', 'member'), user('a', 'viewer')], []],
  ['one that comes', [], [user('a', 'viewer')], ['user:a w null>viewer']],
  ['one that goes', [user('a', 'viewer')], [], ['user:a w viewer>null']],
  ['a role', [user('a', 'viewer')], [user('a', 'admin')], ['user:a w viewer>admin']],
  [
    'its workspaces',
    [user('a', 'member', ['v', 'w'])],
    [user('a', 'member', '*')],
    ['user:a v member>null', 'user:a w member>null', 'user:a * null>member'],
  ],
])('%s that changes is told as that', (_, before, after, told) => {
  const changes = changedGrants(before, after);
  expect(changes.map((one) => `${one.grantee} ${one.workspace} ${one.before}>${one.after}`)).toEqual(told);
});

test('each is an entry about its workspace, by nobody that is known', () => {
  const record = vi.fn();
  const everyone: Grant = { who: { kind: 'everyone' }, workspaces: '*', role: 'viewer' };
  auditChangedGrants({ record }, [user('a', 'admin')], [everyone]);
  const common = { who: null, action: 'permission-changed' };
  expect(record.mock.calls.flat()).toEqual([
    { ...common, workspace: 'w', detail: { grantee: 'user:a', before: 'admin', after: 'none' } },
    { ...common, workspace: null, detail: { grantee: 'everyone', before: 'none', after: 'viewer' } },
  ]);
});
