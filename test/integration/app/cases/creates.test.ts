import { expect } from 'vitest';

import { emptyDraft } from '@/lib/core/tracker/draft';
import { findTrackers, readDraft, writeDraft } from '../support/stores';

import { withFields } from '../support/wire';
import { type World, world } from '../support/world';
import { cases } from './table';

const SMALL = 700_101;
const NAME = 'Once';
const SAVE = {
  id: null,
  advertiserId: SMALL,
  changes: { name: NAME, lineItemId: 640_303, publisherId: 880_202 },
};
const save = ({ page }: World) => page('trackers.save', SAVE);
const made = async ({ colleague }: World) =>
  (await colleague.list(SMALL)).filter(({ name }) => name === NAME);

cases('a tracker is made once, and its draft goes with it', [
  [
    'where the answer was lost and the person presses Save again',
    'holds',
    async () => {
      const all = await world();
      all.sandbox.setFault({ kind: 'drop', afterWork: true, method: 'POST', times: 1 });
      await save(all).catch(() => save(all));
      expect(await made(all)).toHaveLength(1);
    },
  ],
  [
    'where two popups save it at the same time',
    'holds',
    async () => {
      const all = await world();
      await Promise.all([save(all), save(all)]);
      expect(await made(all)).toHaveLength(1);
    },
  ],
  [
    'where the popup was closed before it heard of it',
    'holds',
    async () => {
      const all = await world();
      const draft = `form:${SMALL}:new`;
      await writeDraft(all.db, draft, { draft: { ...emptyDraft(), name: NAME } });
      await save(all);
      expect(await readDraft(all.db, draft)).toBeUndefined();
    },
  ],
  [
    'where the answer gives its id alone',
    'holds',
    async () => {
      const all = await world();
      all.wire.put(async ({ method }, goOn) => {
        const answer = await goOn();
        return method === 'POST' ? withFields(answer, () => ({ imptracker: undefined })) : answer;
      });
      const { id } = await save(all);
      expect(await made(all)).toMatchObject([{ id }]);
      expect(await findTrackers(all.db, [id])).toHaveLength(1);
    },
  ],
]);
