import { beforeEach, describe, expect, it } from 'vitest';

import { countedInProof } from '@/lib/app/reports/counted-in-proof';
import { reportedFor } from '@/lib/app/trackers/reported';
import type { ComparedInProof } from '@/lib/core/report/proof/counted-for';
import { readCountedPart } from '@/lib/core/report/proof/counted-part';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { whyText } from '@/lib/text/reports/proof-why';

import { known, request, verification } from '../../unit/core/verification/build';
import { SMALL } from './support/bulk';
import { ask, ended, fire } from './support/reports';
import { type World, world } from './support/world';

const PIXEL = 90_011;
/** The sandbox’s clock, on which the impressions are fired. */
const NOW = Date.parse('2026-11-20T10:00:00Z');
let here: World;
beforeEach(async () => {
  here = await world();
  await fire(here.sandbox, PIXEL, 3);
});

async function counted(
  ids: readonly number[],
  startedAt = NOW,
  compared: readonly ComparedInProof[] = [],
) {
  const requests = [
    request(`https://ib.adnxs.com/imptr?id=${PIXEL}&t=2&cachebuster=1`, { startedAt }),
  ];
  const recording = judgeRecording(
    { verification: verification({ expectedIds: [...ids], startedAt }), pageViews: [], requests },
    known(),
    'all',
  );
  return countedInProof(here.db, await here.browser.plugs.account(), recording, compared, whyText);
}

describe('what is kept of reports, in a passport', () => {
  const told = async (id: number) => reportedFor(here.db, await here.browser.plugs.account(), id);

  it('is what was fired and counted, from when, and where to read it', async () => {
    await here.page('trackers.sync', { advertiserId: SMALL.id, whole: true });
    expect(await told(PIXEL)).toEqual([]);
    const { id, askedAt } = await ended(here.background, await ask(here.background));
    expect(await told(PIXEL)).toEqual([
      {
        reportId: id,
        at: askedAt,
        trackerIds: [PIXEL],
        first: '2026-11-20',
        last: '2026-11-20',
        timeZone: 'UTC',
        impressions: 3,
        unknown: 0,
        by: 'day',
        from: '2026-11-20',
      },
    ]);
    // Of another one the report says nothing, which is not none.
    expect(await told(90_012)).toEqual([]);
  });

  it('is not told of a tracker that is not kept: no report knows one', async () => {
    await ended(here.background, await ask(here.background));
    expect(await told(PIXEL)).toEqual([]);
  });
});

describe('what is kept of reports, in a proof', () => {
  it('is what was fired and counted, on one page', async () => {
    await here.page('trackers.sync', { advertiserId: SMALL.id, whole: true });
    await ended(here.background, await ask(here.background));
    const told = await counted([PIXEL, 999]);
    expect(told).toMatchObject({ told: 1, all: 2 });
    const part = readCountedPart(told?.text ?? '');
    expect(part?.counted[0]).toMatchObject({
      monetize: { first: '2026-11-20', counts: [3] },
      seen: [{ day: '2026-11-20', times: 1 }],
    });
    expect(part?.counted[0]?.trackers.map(({ id }) => id)).toContain(PIXEL);
    expect(part?.notCounted.map(({ id }) => id)).toEqual([999]);
  });

  it('is nothing where no report is kept, and says so where none has its days', async () => {
    await here.page('trackers.sync', { advertiserId: SMALL.id, whole: true });
    expect(await counted([PIXEL])).toBeNull();
    await ended(here.background, await ask(here.background));
    expect(await counted([PIXEL], NOW + 5 * 86_400_000)).toMatchObject({ told: 0, all: 1 });
  });
});
