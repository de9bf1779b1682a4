import type { LaunchedBrowser } from '../support/browser.ts';

const SESSION = {
  token: 'none',
  info: {
    baseUrl: 'https://api.appnexus.com',
    userId: 1,
    username: 'bench',
    readOnly: false,
    memberId: 1,
    memberName: 'Bench',
    trackersEnabled: true,
  },
};

const { baseUrl, memberId, userId } = SESSION.info;
/** As the extension names the account of that session. */
export const ACCOUNT = `${baseUrl} ${memberId} ${userId}`;

/** How many trackers of an advertiser are on disk. */
interface Cached {
  readonly advertiserId: number;
  readonly count: number;
}

/** A signed-in session and trackers of advertisers on disk, as a sync would have left them. */
export async function signIn(
  { browser, extensionId }: LaunchedBrowser,
  ...cached: readonly Cached[]
): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.locator('::-p-aria([name="Username"])').wait();
  await page.evaluate(`chrome.storage.session.set(${JSON.stringify({ session: SESSION })})`);
  await page.evaluate(
    async (cached, account) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('piggyback');
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
      const transaction = db.transaction('trackerBlocks', 'readwrite');
      const store = transaction.objectStore('trackerBlocks');
      let items: object[] = [];
      let id = 0;
      const owners = cached.flatMap((one) => Array(one.count).fill(one.advertiserId));
      for (const [index, advertiserId] of owners.entries()) {
        id += 1;
        const at = 1_700_000_000_000 + id * 1000;
        const ref = (name: string) => ({ id: (id % 97) + 1, name: `${name} ${(id % 97) + 1}` });
        items.push({
          id,
          memberId: 1,
          advertiserId,
          name: `Tracker ${id} – autumn burst, homepage`,
          code: null,
          state: id % 5 ? 'active' : 'inactive',
          lineItem: ref('Line item'),
          publisher: ref('Publisher'),
          placement: ref('Placement'),
          paymentRule: null,
          lastModified: at,
        });
        // As a sync leaves them: a hundred to a row.
        if (items.length < 100 && owners[index + 1] === advertiserId) continue;
        const from = id - items.length + 1;
        const inStretches = new Set(items.map((_, place) => Math.floor((from + place) / 1000)));
        const stretches = [...inStretches].map((one) => [account, one]);
        const head = { account, advertiserId, from, order: -at, count: items.length };
        store.put({ ...head, stretches, items, v: 1 });
        items = [];
      }
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      db.close();
    },
    cached,
    ACCOUNT,
  );
  await page.close();
}
