import { beforeEach, expect, test, vi } from 'vitest';
import { createBrowserViewStore } from './browser-view-store.ts';

const view = (id: string, name = id) => ({ id, name, search: `q=${id}`, version: 0 });

beforeEach(() => localStorage.clear());

async function storeWith(...ids: readonly string[]) {
  const store = createBrowserViewStore();
  for (const id of ids) await store.add('1', view(id));
  return store;
}

const ids = (store: ReturnType<typeof createBrowserViewStore>) => store.read('1').views.map(({ id }) => id);

test('views outlive the page, each workspace with its own', async () => {
  const store = await storeWith('a', 'b');
  expect(await store.setStart('1', 'b')).toEqual({ ok: true, lasting: true });
  const later = createBrowserViewStore();
  expect(later.read('1')).toMatchObject({ status: 'ready', views: [view('a'), view('b')], start: 'b' });
  expect(later.read('2')).toMatchObject({ status: 'ready', views: [], start: null });
});

test('saving a view that is there changes it where it stands', async () => {
  const store = await storeWith('a', 'b', 'c');
  await store.add('1', view('b', 'new name'));
  expect(store.read('1').views).toEqual([view('a'), view('b', 'new name'), view('c')]);
});

test('a view moves to its place, and comes back to it after it was deleted', async () => {
  const store = await storeWith('a', 'b', 'c');
  await store.add('1', view('c'), 0);
  expect(ids(store)).toEqual(['c', 'a', 'b']);
  await store.remove('1', view('a'));
  expect(ids(store)).toEqual(['c', 'b']);
  await store.add('1', view('a'), 1);
  expect(ids(store)).toEqual(['c', 'a', 'b']);
});

test('a view that another tab has saved is still there when this one saves its own', async () => {
  const [here, there] = [createBrowserViewStore(), createBrowserViewStore()];
  await there.add('1', view('b'));
  await there.add('2', view('elsewhere'));
  await here.add('1', view('a'));
  await here.setStart('1', 'a');
  expect(createBrowserViewStore().read('1')).toMatchObject({ views: [view('b'), view('a')], start: 'a' });
  expect(createBrowserViewStore().read('2').views).toEqual([view('elsewhere')]);
});

test('of one view, what another tab has changed stays beside what this one changes', async () => {
  const here = await storeWith('a', 'b');
  const there = createBrowserViewStore();
  await there.edit('1', view('a'), { name: 'new name' });
  await here.edit('1', view('a'), { search: 'q=other' });
  await here.move('1', view('a'), 1);
  expect(createBrowserViewStore().read('1').views).toEqual([
    view('b'),
    { ...view('a', 'new name'), search: 'q=other', version: 2 },
  ]);
});

test('a view that another tab has deleted comes back with what is changed in it here, and not by being moved', async () => {
  const here = await storeWith('a', 'b');
  await createBrowserViewStore().remove('1', view('a'));
  await here.move('1', view('a'), 1);
  expect(ids(createBrowserViewStore())).toEqual(['b']);
  await here.edit('1', view('a'), { search: 'q=other' });
  expect(createBrowserViewStore().read('1').views).toEqual([
    view('b'),
    { ...view('a'), search: 'q=other', version: 1 },
  ]);
});

test('a workspace may be called as what every object has', async () => {
  const store = createBrowserViewStore();
  expect(store.read('constructor').views).toEqual([]);
  expect(store.read('__proto__').views).toEqual([]);
});

test('one spoiled view does not cost the others', () => {
  const kept = { 1: { views: [view('a'), { id: 7 }, null, { ...view('b'), colour: 'red' }], start: 3 } };
  localStorage.setItem('loopdesk.views', JSON.stringify(kept));
  const store = createBrowserViewStore();
  expect(ids(store)).toEqual(['a', 'b']);
  expect(store.read('1').start).toBeNull();
});

test('a browser that keeps nothing is told of, and the view holds for the page', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const store = createBrowserViewStore();
  expect(await store.add('1', view('a'))).toEqual({ ok: true, lasting: false });
  expect(ids(store)).toEqual(['a']);
});
