import { beforeEach, expect, test, vi } from 'vitest';
import { createBrowserStore } from './view-store.ts';

const view = (id: string, name = id) => ({ id, name, search: `q=${id}` });

beforeEach(() => localStorage.clear());

async function storeWith(...ids: readonly string[]) {
  const store = createBrowserStore();
  for (const id of ids) await store.save('1', view(id));
  return store;
}

const ids = (store: ReturnType<typeof createBrowserStore>) => store.read('1').views.map(({ id }) => id);

test('views outlive the page, each workspace with its own', async () => {
  const store = await storeWith('a', 'b');
  expect(await store.setStart('1', 'b')).toBe(true);
  const later = createBrowserStore();
  expect(later.read('1')).toEqual({ views: [view('a'), view('b')], start: 'b' });
  expect(later.read('2')).toEqual({ views: [], start: null });
});

test('saving a view that is there changes it where it stands', async () => {
  const store = await storeWith('a', 'b', 'c');
  await store.save('1', view('b', 'new name'));
  expect(store.read('1').views).toEqual([view('a'), view('b', 'new name'), view('c')]);
});

test('a view moves to its place, and comes back to it after it was deleted', async () => {
  const store = await storeWith('a', 'b', 'c');
  await store.save('1', view('c'), 0);
  expect(ids(store)).toEqual(['c', 'a', 'b']);
  await store.remove('1', 'a');
  expect(ids(store)).toEqual(['c', 'b']);
  await store.save('1', view('a'), 1);
  expect(ids(store)).toEqual(['c', 'a', 'b']);
});

test('a view that another tab has saved is still there when this one saves its own', async () => {
  const [here, there] = [createBrowserStore(), createBrowserStore()];
  await there.save('1', view('b'));
  await there.save('2', view('elsewhere'));
  await here.save('1', view('a'));
  await here.setStart('1', 'a');
  expect(createBrowserStore().read('1')).toEqual({ views: [view('b'), view('a')], start: 'a' });
  expect(createBrowserStore().read('2').views).toEqual([view('elsewhere')]);
});

test('of one view, what another tab has changed stays beside what this one changes', async () => {
  const here = await storeWith('a', 'b');
  const there = createBrowserStore();
  await there.edit('1', view('a'), { name: 'new name' });
  await here.edit('1', view('a'), { search: 'q=other' });
  await here.move('1', 'a', 1);
  expect(createBrowserStore().read('1').views).toEqual([
    view('b'),
    { ...view('a', 'new name'), search: 'q=other' },
  ]);
});

test('a view that another tab has deleted comes back with what is changed in it here, and not by being moved', async () => {
  const here = await storeWith('a', 'b');
  await createBrowserStore().remove('1', 'a');
  await here.move('1', 'a', 1);
  expect(ids(createBrowserStore())).toEqual(['b']);
  await here.edit('1', view('a'), { search: 'q=other' });
  expect(createBrowserStore().read('1').views).toEqual([view('b'), { ...view('a'), search: 'q=other' }]);
});

test('a workspace may be called as what every object has', async () => {
  const store = createBrowserStore();
  expect(store.read('constructor').views).toEqual([]);
  expect(store.read('__proto__').views).toEqual([]);
});

test('one spoiled view does not cost the others', () => {
  const kept = { 1: { views: [view('a'), { id: 7 }, null, { ...view('b'), colour: 'red' }], start: 3 } };
  localStorage.setItem('loopdesk.views', JSON.stringify(kept));
  const store = createBrowserStore();
  expect(ids(store)).toEqual(['a', 'b']);
  expect(store.read('1').start).toBeNull();
});

test('a browser that keeps nothing is told of, and the view holds for the page', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const store = createBrowserStore();
  expect(await store.save('1', view('a'))).toBe(false);
  expect(ids(store)).toEqual(['a']);
});
