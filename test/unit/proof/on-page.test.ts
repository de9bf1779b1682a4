import { describe, expect, it } from 'vitest';

import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { judgePage } from '@/lib/core/verification/unfired';
import { checkProof } from '@/lib/proof/check-proof';
import { writeProof } from '@/lib/proof/proof-file';

import { known, pageView, START, tracker, verification } from '../core/verification/build';
import { comment, element, pageLook } from '../core/verification/page';
import { partsOf } from './sample';

const TAG = 'https://ib.adnxs.com/imptr?id=777&t=2&cachebuster=42';
const FRAME = 'https://ads.example/serve/creative.html';
const {
  pageViews,
  requests,
  verification: of,
} = judgeRecording(
  {
    verification: verification({ expectedIds: [777] }),
    pageViews: [pageView('a', START)],
    requests: [],
  },
  known(tracker(777)),
);
const look = pageLook(
  [
    comment(`<img src="${TAG}">`),
    comment(`<img src="${TAG}">`),
    element('img', { 'data-src': TAG }, { frameUrl: FRAME }),
  ],
  { closedFrames: 2, failures: 1, replaced: ['fetch\u202E'] },
);
const onPage = judgePage(look, requests, of, pageViews);

describe('the tags on a page that did not fire', () => {
  it('are in the proof, each with its reason, where it stands, and what was not read', async () => {
    const parts = partsOf(undefined, undefined, undefined, {}, { onPage });
    const { html, digest } = await writeProof(parts);
    const [seen = ''] = html.split('<pre hidden');
    for (const words of [
      'On the page, not fired',
      '3 tags found, 3 that did not fire.',
      '2 times',
      TAG.replaceAll('&', '&amp;'),
      'comment',
      FRAME,
      'What to do:',
      '2 frames could not be read',
      '1 place of the page could not be read.',
      'fetch\\u{202e}',
      'Closed shadow roots are not seen',
    ]) {
      expect(seen).toContain(words);
    }
    expect(seen).not.toContain('Nobody looked');
    expect((await checkProof(new TextEncoder().encode(html), digest)).state).toBe('unchanged');
  });

  it('of a page without any are said to be none', async () => {
    const none = judgePage(pageLook([]), requests, of, pageViews);
    const { html } = await writeProof(
      partsOf(undefined, undefined, undefined, {}, { onPage: none }),
    );
    expect(html).toContain('No tag found.');
    expect(html).not.toContain('<table class="on-page">');
  });

  it('are told from those that somebody wrote into the file', async () => {
    const { html } = await writeProof(partsOf(undefined, undefined, undefined, {}, { onPage }));
    const changed = html.replace('3 that did not fire', '2 that did not fire');
    const { problems } = await checkProof(new TextEncoder().encode(changed), null);
    expect(problems).toEqual(['visible']);
  });
});
