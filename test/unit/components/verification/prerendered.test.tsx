// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';

import { prerenderedText } from '@/lib/text/verification/requests/prerendered';
import { verificationText as text } from '@/lib/text/verification/verification';

import { pageView, request, START } from '../../core/verification/build';
import { setUp } from './panel-setup';
import { url } from './recording-sample';

afterEach(cleanup);

it('what a page that was loaded ahead asked for is marked, and says what became of the page', async () => {
  const { model, user } = setUp({
    pageViews: [
      pageView('a', START),
      { ...pageView('b', START + 5000), prerenderedAt: START + 1000 },
    ],
    requests: [
      request(url(531, 'cachebuster=1'), { startedAt: START + 1100, prerendered: 'shown' }),
      request(url(532, 'cachebuster=2'), {
        startedAt: START + 1200,
        prerendered: 'ahead',
        frameUrl: 'https://news.example/other',
      }),
      request(url(533, 'cachebuster=3'), { startedAt: START + 3000 }),
    ],
  });
  await model.start();
  await screen.findByRole('grid');
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent?.includes(prerenderedText.mark))).toEqual([
    true,
    true,
    false,
  ]);
  expect(rows[1]?.textContent).toContain('was not shown');
  const details = () => within(screen.getByRole('region', { name: text.details }));
  for (const [row, said] of [
    [rows[0], prerenderedText.as.shown],
    [rows[1], prerenderedText.as['never shown']],
  ] as const) {
    if (!row) throw new Error('it is not there');
    await user.click(row);
    expect(details().getByText(said)).toBeTruthy();
  }
});
