import type { PagePorts } from '../../app/recording/look-at-page';
import { z } from '../../core/base/schema';
import { PAGE_LIMITS } from '../../core/recording/page-look';
import { timer } from '../clock/timer';
import { evaluateInPage, inspectedResources } from './devtools';
import { readPage } from './page-reader';

// Always the same text: nothing of a page is ever put into it.
const READER = `(${String(readPage)})(${JSON.stringify(PAGE_LIMITS)})`;

const ResourceSchema = z.object({ url: z.string(), type: z.optional(z.string()) });

/** The inspected page, by DevTools. */
export const inspectedPagePorts: PagePorts = {
  readPart: (frameUrl) => evaluateInPage(READER, frameUrl),
  async documents() {
    const resources = await inspectedResources();
    const list: readonly unknown[] = Array.isArray(resources) ? resources : [];
    return list.flatMap((one) => {
      const { data } = ResourceSchema.safeParse(one);
      return data?.type === 'document' ? data.url : [];
    });
  },
  now: () => Date.now(),
  timer,
};
