import { browser } from 'wxt/browser';

import { z } from '../../core/base/schema';

const ManifestSchema = z.object({ sandbox: z.object({ pages: z.tuple([z.string()]) }) });

/** The address of the sandboxed page in which tags run; `null` in a browser that has no such pages (Firefox). */
export function sandboxPage(): string | null {
  const manifest: unknown = browser.runtime.getManifest();
  const [page] = ManifestSchema.safeParse(manifest).data?.sandbox.pages ?? [];
  return page === undefined ? null : `/${page}`;
}
