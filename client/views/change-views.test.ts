import { expect, test, vi } from 'vitest';
import { replaceSearch } from './change-views.ts';
import type { StoredView, ViewStore, ViewWrite } from './view-store.ts';

const lamps: StoredView = { id: 'own-1', name: 'Lamps', search: 'q=lamp', version: 3 };

function storeThat(...answers: readonly ViewWrite[]) {
  const edit = vi.fn<ViewStore['edit']>();
  for (const answer of answers) edit.mockResolvedValueOnce(answer);
  const save = () => replaceSearch({ edit } as unknown as ViewStore, '1', lamps, 'q=lamp&status=OPEN');
  return { edit, save };
}

test('a saved query is taken back by Undo, from the version that it has become', async () => {
  const { edit, save } = storeThat({ ok: true, lasting: true }, { ok: true, lasting: true });
  const { text, action } = await save();
  expect([text, action?.label]).toEqual(['“Lamps” is saved.', 'Undo']);
  expect(await action?.run()).toBeNull();
  const saved = { ...lamps, search: 'q=lamp&status=OPEN', version: 4 };
  expect(edit).toHaveBeenLastCalledWith('1', saved, { search: 'q=lamp' });
});

test('a view that somebody else has changed is told, and saved over their version where that is wanted', async () => {
  const current = { ...lamps, search: 'q=bulb', version: 7 };
  const { edit, save } = storeThat({ ok: false, reason: 'conflict', current }, { ok: true, lasting: true });
  const { text, action } = await save();
  expect(text).toBe('“Lamps” has been changed elsewhere meanwhile. Nothing is saved.');
  expect(action?.label).toBe('Save anyway');
  expect((await action?.run())?.text).toBe('“Lamps” is saved.');
  expect(edit).toHaveBeenLastCalledWith('1', current, { search: 'q=lamp&status=OPEN' });
});

test('a view that somebody else has deleted is told, and nothing is offered', async () => {
  const { save } = storeThat({ ok: false, reason: 'conflict', current: null });
  expect(await save()).toEqual({ text: '“Lamps” has been deleted elsewhere meanwhile. Nothing is saved.' });
});

test('a save that failed is told with its cause, and can be tried again', async () => {
  const failed: ViewWrite = { ok: false, reason: 'failed', message: 'the server answered 503.' };
  const { save } = storeThat(failed, { ok: true, lasting: false });
  const { text, action } = await save();
  expect([text, action?.label]).toEqual(['“Lamps” is not saved: the server answered 503.', 'Try again']);
  expect((await action?.run())?.text).toMatch(/^“Lamps” is saved\. It holds only until this page is closed/);
});
