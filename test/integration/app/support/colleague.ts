import { z } from 'zod';

import type { Sandbox } from '../../../sandbox/index.ts';
import { call, signIn } from '../../sandbox/support.ts';

const Ref = z.nullable(z.object({ id: z.number() }));
const Row = z.object({
  id: z.number(),
  name: z.string(),
  code: z.nullable(z.string()),
  state: z.string(),
  last_modified: z.string(),
  line_item: Ref,
  publisher: Ref,
  tag: Ref,
  payment_rule: Ref,
});
const Page = z.object({ count: z.number(), imptrackers: z.array(Row) });
const One = z.object({ imptracker: Row });

/** A line item of each advertiser, and a publisher for all: what the least tracker needs. */
const PUBLISHER = 880_202;
export const LINE_ITEMS = { 700101: 640_303, 700102: 640_306 } as const;

export type Colleague = Awaited<ReturnType<typeof colleagueAt>>;

/** Somebody else at the same member, who writes without Piggyback, and sees what the service has. */
export async function colleagueAt(sandbox: Sandbox) {
  let token = await signIn(sandbox);
  const ask = async (path: string, options: Parameters<typeof call>[2] = {}) => {
    const { response } = await call(sandbox, path, { ...options, token });
    if (response['error_id'] !== 'NOAUTH') return response;
    token = await signIn(sandbox);
    return (await call(sandbox, path, { ...options, token })).response;
  };
  const write = async (method: string, query: string, imptracker?: object) => {
    const body = imptracker && { body: { imptracker } };
    const response = await ask(`/imptracker?${query}`, { method, ...body });
    if (response['status'] !== 'OK') throw new Error(JSON.stringify(response));
    return response;
  };
  return {
    change: (id: number, part: object) => write('PUT', `id=${id}`, part),
    remove: (id: number) => write('DELETE', `id=${id}`),
    create: async (advertiserId: keyof typeof LINE_ITEMS, name: string) => {
      const place = { publisher: { id: PUBLISHER }, line_item: { id: LINE_ITEMS[advertiserId] } };
      const made = await write('POST', `advertiser_id=${advertiserId}`, { name, ...place });
      return One.parse(made).imptracker.id;
    },
    /** Every tracker the service has for an advertiser, by id. */
    list: async (advertiserId: number) => {
      const rows: z.infer<typeof Row>[] = [];
      for (let total = 1; rows.length < total;) {
        const query = `advertiser_id=${advertiserId}&sort=id.asc&start_element=${rows.length}`;
        const page = Page.parse(await ask(`/imptracker?${query}`));
        total = page.count;
        rows.push(...page.imptrackers);
      }
      return rows;
    },
  };
}

/** The service's trackers of an advertiser, a line each, to be compared with the cached ones. */
export async function serviceLines(
  colleague: Colleague,
  advertiserId: number,
): Promise<readonly string[]> {
  const rows = await colleague.list(advertiserId);
  return rows.map((row) =>
    [
      row.id,
      row.name,
      row.code,
      row.state,
      row.last_modified,
      row.line_item?.id,
      row.publisher?.id,
      row.tag?.id,
      row.payment_rule?.id,
    ].join(' | '),
  );
}
