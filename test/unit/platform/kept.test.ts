import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

// Other files of this process may have loaded what is tested here, with their own browser.
vi.hoisted(() => vi.resetModules());
vi.mock('wxt/browser', async () => {
  const { fakeBrowser: browser } = await import('wxt/testing/fake-browser');
  return { browser };
});

// Other tests of this process have these with a browser of their own.
vi.resetModules();
const { createKept } = await import('@/lib/platform/storage/kept');
beforeEach(() => fakeBrowser.reset());

const { local } = fakeBrowser.storage;
const newList = () =>
  createKept<readonly number[]>('list', (stored) =>
    Array.isArray(stored) ? stored.filter((one) => typeof one === 'number') : [],
  );

it.each<[string, Record<string, unknown>, readonly number[]]>([
  ['nothing', {}, []],
  ['what is something else', { list: 'seven' }, []],
  ['what can be read in part', { list: [1, 'two', 3] }, [1, 3]],
  ['what was kept', { list: [1, 2], other: [3] }, [1, 2]],
])('where %s stands there', async (_, stored, read) => {
  await local.set(stored);
  expect(await newList().read()).toEqual(read);
});

it('of many changes at once none is lost, and one that fails keeps no other from its turn', async () => {
  const list = newList();
  const changes = [1, 2, 3].map((one) => list.change((before) => [...before, one]));
  const broken = list.change(() => {
    throw new Error('no');
  });
  const last = list.change((before) => [...before, 4]);
  await expect(broken).rejects.toThrow('no');
  await Promise.all([...changes, last]);
  expect(await list.read()).toEqual([1, 2, 3, 4]);
});

it('of changes in two pages and the worker at once none is lost', async () => {
  // Each has a module of its own: what one of them remembers says nothing to the others.
  const contexts = [newList(), newList(), newList()];
  const changes = contexts.flatMap((list, at) =>
    [1, 2, 3].map((one) => list.change((before) => [...before, at * 10 + one])),
  );
  await Promise.all(changes);
  const all = await newList().read();
  expect(all.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 11, 12, 13, 21, 22, 23]);
});

it('what is written while another page changes it stands there in the end', async () => {
  const [page, other] = [newList(), newList()];
  await Promise.all([page.change((before) => [...before, 1]), other.write([2])]);
  expect(await page.read()).toEqual([2]);
});

it('a disk that is full is said, and leaves what was there', async () => {
  const list = newList();
  await list.write([1]);
  vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
  await expect(list.change(() => [2])).rejects.toThrow('quota');
  expect(await list.read()).toEqual([1]);
});

it('tells of its own changes alone, until it is stopped', async () => {
  const list = newList();
  const heard = vi.fn<() => void>();
  const stop = list.onChange(heard);
  await local.set({ other: [1] });
  expect(heard).not.toHaveBeenCalled();
  await list.write([1]);
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
  await list.write([2]);
  expect(heard).toHaveBeenCalledTimes(1);
});
