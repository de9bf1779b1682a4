import { exportHar } from '@/lib/core/verification/export-har';
import { exportJson } from '@/lib/core/verification/export-json';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import type { JudgedPage } from '@/lib/core/verification/unfired';
import type { ProofPictures } from '@/lib/core/verification/pictures';
import type { Verification } from '@/lib/core/verification/verification';
import { say } from '@/lib/text/findings';

import { known, pageView, request, START, tracker, verification } from '../core/verification/build';

const GOOD = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=77';

/** The parts of a proof of these addresses, fired on one page; trackers 531 and 777 are expected. */
export function partsOf(
  urls: readonly string[] = [
    GOOD,
    'https://ib.adnxs.com/imptr?id=532&t=2&cachebuster=[CACHEBUSTER]',
  ],
  name = 'Leaderboard',
  page = 'a',
  changes: Partial<Verification> = {},
  more: {
    readonly unreadable?: number;
    readonly scope?: string;
    readonly onPage?: JudgedPage;
    readonly pictures?: ProofPictures;
  } = {},
) {
  const recording = judgeRecording(
    {
      verification: verification({ expectedIds: [531, 777], ...changes }),
      pageViews: [pageView(page, START)],
      requests: urls.map((url) => request(url)),
      unreadable: more.unreadable ?? 0,
    },
    known(tracker(531, { name })),
    more.scope ?? 'all',
  );
  const { onPage = null, pictures } = more;
  return {
    results: exportJson(recording, say, START + 60_000, onPage, pictures?.told ?? null),
    har: exportHar(recording),
    pictures: pictures?.images ?? [],
  };
}
