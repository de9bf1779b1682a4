import { describe, expect, it } from 'vitest';

import { createRehearsals } from '@/lib/app/rehearsal/rehearsals';
import { LEASE_MS, MAX_REHEARSALS, UNLOAD_MS } from '@/lib/core/rehearsal/lease';

import { createRuleBrowser, ledBy } from '../../../support/rule-browser';

const TAB = 7;
const OTHER = 8;
const PX = 'https://ib.adnxs.com/imptr?id=1&t=2';

/** A browser with two pages, and a worker as it starts there; what is known is in the browser alone. */
function world() {
  const browser = createRuleBrowser();
  browser.held.tabs.set(TAB, 'site.example').set(OTHER, 'other.example');
  const startWorker = () => createRehearsals(browser.ports);
  const isCaught = (tabId: number, initiator = '') =>
    ledBy(browser.held.rules, { url: PX, type: 'image', tabId, initiator }).length > 1;
  return { ...browser, startWorker, rehearsals: startWorker(), isCaught };
}

async function rehearsing() {
  const made = world();
  expect(await made.rehearsals.start(TAB)).toEqual({ state: 'on' });
  return made;
}

describe('a rehearsal begins', () => {
  it('once the trial came back, with a mark at the tab’s button', async () => {
    const { held, isCaught } = await rehearsing();
    expect(isCaught(TAB)).toBe(true);
    expect(isCaught(OTHER)).toBe(false);
    expect([...held.marked]).toEqual([TAB]);
    expect(held.leases).toMatchObject([{ tabId: TAB, isOn: true, hosts: ['site.example'] }]);
    expect(held.wakesAt).toBe(held.now + LEASE_MS);
  });

  it.each<[string, (browser: ReturnType<typeof world>) => void, object]>([
    [
      'nothing is granted',
      ({ held }) => held.missing.push('declarativeNetRequestWithHostAccess', 'https://*/*'),
      { why: 'not-granted', missing: ['declarativeNetRequestWithHostAccess', 'https://*/*'] },
    ],
    [
      'http alone is missing',
      ({ held }) => held.missing.push('http://*/*'),
      { why: 'not-granted' },
    ],
    ['there is no web page', ({ held }) => held.tabs.delete(TAB), { why: 'no-page' }],
    ['the trial is not answered', ({ held }) => (held.isInTheWay = true), { why: 'not-answered' }],
    [
      'the browser takes no rules',
      ({ ports, held }) =>
        (ports.setRules = async (rules) => {
          if (rules.length > 0) throw new Error('too many');
          held.rules = rules;
        }),
      { why: 'not-answered' },
    ],
    [
      'the page answers for itself',
      ({ ports }) => (ports.askFor = async (_, url) => [url, url]),
      { why: 'not-answered' },
    ],
    [
      'the worker alone is answered',
      ({ ports }) => {
        const { askFor } = ports;
        ports.askFor = async (tabId, url) => [null, (await askFor(tabId, url))[1]];
      },
      { why: 'not-answered' },
    ],
  ])('not where %s; and nothing is left on', async (_, change, expected) => {
    const made = world();
    change(made);
    expect(await made.rehearsals.start(TAB)).toMatchObject({ state: 'refused', ...expected });
    expect(made.held).toMatchObject({ rules: [], leases: [], wakesAt: null });
    expect(made.held.marked.size).toBe(0);
  });

  it('with the answer of this very run, and not of the one before', async () => {
    const made = await rehearsing();
    const before = structuredClone(made.held.rules);
    made.ports.setRules = async (rules) => void (made.held.rules = rules.length > 0 ? before : []);
    expect(await made.rehearsals.start(TAB)).toMatchObject({ why: 'not-answered' });
    expect(made.held.rules).toEqual([]);
  });

  it('not in a browser that cannot', async () => {
    const { ports } = world();
    const rehearsals = createRehearsals({ ...ports, isPossible: false });
    expect(await rehearsals.start(TAB)).toMatchObject({ why: 'browser' });
  });

  it('in a bounded number of tabs, each on its own', async () => {
    const { held, rehearsals, isCaught } = world();
    for (let tab = 0; tab < MAX_REHEARSALS; tab += 1) {
      held.tabs.set(tab, `${tab}.example`);
      expect(await rehearsals.start(tab)).toEqual({ state: 'on' });
    }
    held.tabs.set(99, 'late.example');
    expect(await rehearsals.start(99)).toMatchObject({ why: 'too-many' });
    await rehearsals.stop(3);
    expect([isCaught(2), isCaught(3), isCaught(4)]).toEqual([true, false, true]);
    expect(await rehearsals.start(99)).toEqual({ state: 'on' });
  });
});

describe('a rehearsal ends', () => {
  it('at once where a person says so', async () => {
    const { held, rehearsals, isCaught } = await rehearsing();
    await rehearsals.stop(TAB);
    expect(isCaught(TAB)).toBe(false);
    expect(held).toMatchObject({ rules: [], leases: [], wakesAt: null });
    expect(held.marked.size).toBe(0);
  });

  it('where nobody renews it, and not where somebody does', async () => {
    const { held, rehearsals, isCaught } = await rehearsing();
    held.now += LEASE_MS - 1;
    expect(await rehearsals.renew(TAB)).toBe(true);
    held.now += LEASE_MS - 1;
    await rehearsals.tick();
    expect(isCaught(TAB)).toBe(true);
    held.now += 1;
    await rehearsals.tick();
    expect(isCaught(TAB)).toBe(false);
    expect(held.marked.size).toBe(0);
    expect(await rehearsals.renew(TAB), 'it is not brought back').toBe(false);
  });

  it('only after what the tab sends as it closes', async () => {
    const { held, rehearsals, isCaught } = await rehearsing();
    held.tabs.delete(TAB);
    await rehearsals.left(TAB);
    expect(isCaught(-1, 'site.example')).toBe(true);
    expect(isCaught(-1, 'frame.example')).toBe(true);
    expect(held.wakesAt).toBe(held.now + UNLOAD_MS);
    held.now += UNLOAD_MS;
    await rehearsals.tick();
    expect(held).toMatchObject({ rules: [], leases: [] });
  });

  it('at the same moment, however often the tab is gone, and whoever renews it', async () => {
    const { held, rehearsals } = await rehearsing();
    const end = held.now + UNLOAD_MS;
    await rehearsals.left(TAB);
    held.now += 5000;
    await rehearsals.left(TAB);
    expect(await rehearsals.renew(TAB)).toBe(false);
    expect(held.wakesAt).toBe(end);
  });

  it('with the panel that held this run, and not with one of a run before', async () => {
    const { held, rehearsals } = await rehearsing();
    const [before] = held.leases;
    await rehearsals.stop(TAB);
    await rehearsals.start(TAB);
    await rehearsals.left(TAB, before?.run);
    expect(held.leases).toMatchObject([{ isLeaving: false }]);
    await rehearsals.left(TAB, held.leases[0]?.run);
    expect(held.leases).toMatchObject([{ isLeaving: true }]);
  });

  it('and is ended once more where the browser did not take its rules away; until then it is marked', async () => {
    const { held, ports, rehearsals, isCaught } = await rehearsing();
    const { setRules } = ports;
    ports.setRules = async () => {
      throw new Error('no answer about rules');
    };
    await expect(rehearsals.stop(TAB)).rejects.toThrow('no answer');
    expect(isCaught(TAB)).toBe(true);
    expect([...held.marked]).toEqual([TAB]);
    expect(held.wakesAt).toBe(held.now + 30_000);
    await expect(rehearsals.renew(TAB)).rejects.toThrow('no answer');
    ports.setRules = setRules;
    expect(await rehearsals.renew(TAB), 'nobody brings it back').toBe(false);
    await rehearsals.tick();
    expect(held).toMatchObject({ rules: [], leases: [], wakesAt: null });
    expect(held.marked.size).toBe(0);
  });

  it('where what was granted is taken back', async () => {
    const { held, rehearsals } = await rehearsing();
    held.missing.push('https://*/*');
    await rehearsals.tick();
    expect(held).toMatchObject({ rules: [], leases: [] });
    expect(held.marked.size).toBe(0);
  });
});

describe('a stopped worker', () => {
  it('leaves nothing on that is over: the next one ends it as it starts', async () => {
    const { held, startWorker, isCaught } = await rehearsing();
    held.now += LEASE_MS;
    await startWorker().tick();
    expect(isCaught(TAB)).toBe(false);
    expect(held).toMatchObject({ rules: [], leases: [] });
  });

  it('that was stopped in the trial leaves nothing on either', async () => {
    const { held, ports, rehearsals, startWorker } = world();
    const asked = Promise.withResolvers<void>();
    ports.askFor = () => {
      asked.resolve();
      return new Promise(() => {});
    };
    void rehearsals.start(TAB);
    await asked.promise;
    expect(held.rules).toHaveLength(6);
    await startWorker().tick();
    expect(held.marked.size, 'it never said that it is on').toBe(0);
    held.now += LEASE_MS;
    await startWorker().tick();
    expect(held).toMatchObject({ rules: [], leases: [] });
  });

  it('takes away rules of which no lease tells', async () => {
    const { held, startWorker } = await rehearsing();
    held.leases = [];
    await startWorker().tick();
    expect(held.rules).toEqual([]);
  });

  it('goes on with what is on', async () => {
    const { held, startWorker, isCaught } = await rehearsing();
    held.rules = [];
    await startWorker().tick();
    expect(isCaught(TAB)).toBe(true);
    expect(await startWorker().renew(TAB)).toBe(true);
  });
});

describe('what belongs to no tab', () => {
  it('is answered, but for the workers of pages in other tabs', async () => {
    const { isCaught } = await rehearsing();
    expect(isCaught(-1, 'site.example')).toBe(true);
    expect(isCaught(-1, 'frame.example')).toBe(true);
    expect(isCaught(-1, 'other.example')).toBe(false);
  });

  it('goes with the tabs as they change', async () => {
    const { held, rehearsals, isCaught } = await rehearsing();
    held.tabs.set(9, 'new.example');
    await rehearsals.shows(9);
    expect(isCaught(-1, 'new.example')).toBe(false);
    held.tabs.set(TAB, 'new.example');
    await rehearsals.shows(TAB);
    expect(isCaught(-1, 'new.example'), 'what is rehearsed comes first').toBe(true);
    expect(isCaught(-1, 'site.example'), 'and what it showed before').toBe(true);
  });

  it('is marked again on each page, and costs nothing where nothing is on', async () => {
    const { held, did, rehearsals } = world();
    await rehearsals.shows(TAB);
    expect(did).toEqual([]);
    await rehearsals.start(TAB);
    held.marked.clear();
    await rehearsals.shows(TAB);
    expect([...held.marked]).toEqual([TAB]);
  });
});
