import type { ApiClient } from '../../api/client';
import { getReportMeta } from '../../api/report';
import type { ReportMeta } from '../../core/report/meta';
import type { ReportType } from '../../core/report/report-type';

/** What a type offers changes with releases of the service, and with a user's rights. */
const GOOD_FOR_MS = 60 * 60_000;

export type Metas = ReturnType<typeof createMetas>;

/** What the service says that can be asked, by account and type; remembered for an hour. */
export function createMetas(now: () => number) {
  const known = new Map<string, { readonly at: number; readonly meta: ReportMeta }>();

  async function metaOf(client: ApiClient, account: string, type: ReportType) {
    const key = JSON.stringify([account, type]);
    const before = known.get(key);
    if (before && Math.abs(now() - before.at) < GOOD_FOR_MS) return before.meta;
    const meta = await getReportMeta(client, type);
    // What a user may not ask, an administrator may allow at any moment.
    if (meta) known.set(key, { at: now(), meta });
    return meta;
  }

  return async (
    client: ApiClient,
    account: string,
    types: readonly ReportType[],
  ): Promise<readonly ReportMeta[]> => {
    const metas: ReportMeta[] = [];
    // One after the other: what one is refused for, all would be.
    for (const type of types) {
      const meta = await metaOf(client, account, type);
      if (meta) metas.push(meta);
    }
    return metas;
  };
}
