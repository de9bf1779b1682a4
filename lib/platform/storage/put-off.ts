import { z } from '../../core/base/schema';
import { createKept } from './kept';

/** The sites that were put off last; one that is forgotten is offered again. */
const MOST = 500;
const SitesSchema = z.array(z.string());

const kept = createKept<readonly string[]>(
  'accessPutOff',
  (stored) => SitesSchema.safeParse(stored).data ?? [],
);

/** The sites for which a person does not want to be asked. */
export const readPutOff = kept.read;

/** Remembers, or forgets, that a person does not want to be asked for a site; one after the other. */
export function changePutOff(site: string, isPutOff: boolean): Promise<void> {
  return kept.change((sites) => {
    const others = sites.filter((one) => one !== site);
    return isPutOff ? [...others, site].slice(-MOST) : others;
  });
}
