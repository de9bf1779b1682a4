import { browser } from 'wxt/browser';

import { createInTurn } from '../../core/base/in-turn';
import { z } from '../../core/base/schema';

const KEY = 'accessPutOff';
/** The sites that were put off last; one that is forgotten is offered again. */
const MOST = 500;
const SitesSchema = z.array(z.string());
const inTurn = createInTurn();

/** The sites for which a person does not want to be asked. */
export async function readPutOff(): Promise<readonly string[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return SitesSchema.safeParse(stored).data ?? [];
}

/** Remembers, or forgets, that a person does not want to be asked for a site; one after the other. */
export function changePutOff(site: string, isPutOff: boolean): Promise<void> {
  return inTurn(async () => {
    const others = (await readPutOff()).filter((one) => one !== site);
    const sites = isPutOff ? [...others, site].slice(-MOST) : others;
    await browser.storage.local.set({ [KEY]: sites });
  });
}
