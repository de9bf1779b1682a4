// @vitest-environment happy-dom
import { cleanup, render, screen, within, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Multiples } from '@/components/reports/chart/Multiples';
import { ReportChart } from '@/components/reports/chart/ReportChart';
import { pairUp } from '@/lib/core/report/chart/pairs';
import { chartText as text } from '@/lib/text/reports/chart';

import { days } from '../../core/report/chart/build';
import { PretendLayout } from '../ui/pretend-layout';

beforeEach(() => void new PretendLayout({ width: 700, height: 400 }));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const BOTH = pairUp(days([90, 50, null, 100]), days([100, 100, 100, 100]));

function show(pairs = BOTH, otherZone: string | null = 'UTC') {
  render(
    <ReportChart
      label="Home, autumn"
      pairs={pairs}
      zone="UTC"
      otherZone={otherZone}
      worst="2026-11-02"
      seen={new Map([['2026-11-04', 'v1']])}
    />,
  );
  return { user: userEvent.setup(), slider: () => screen.getByRole('slider') };
}

describe('a picture of days', () => {
  it('begins at the worst day, and is gone through by keys; a line says what the slider says', async () => {
    const { user, slider } = show();
    await user.tab();
    await user.tab();
    expect(document.activeElement).toBe(slider());
    const said = async (key: string) => {
      await user.keyboard(key);
      const words = slider().getAttribute('aria-valuetext') ?? '';
      expect(screen.getByText(words)).toBeTruthy();
      return words;
    };
    expect(await said('{Shift}')).toMatch(
      /^Mon 2 Nov 2026 \(UTC\): Monetize 50; .* 50.0 %\. Worst day$/,
    );
    expect(await said('{ArrowRight}')).toMatch(/^Tue 3 Nov .* Monetize not known; ad server 100/);
    expect(await said('{End}')).toMatch(/^Wed 4 Nov/);
    expect(await said('{ArrowRight}')).toMatch(/^Wed 4 Nov/);
    expect(await said('{Home}')).toMatch(/^Sun 1 Nov/);
    expect(slider().getAttribute('aria-valuenow')).toBe('1');
    expect(slider().getAttribute('aria-valuemax')).toBe('4');
  });

  it('says of the day under the pointer, keeps the one that is pressed, and goes on from there by keys', async () => {
    const { user, slider } = show();
    const day = () => slider().getAttribute('aria-valuetext')?.slice(0, 9);
    const at = (clientX: number) => ({ target: slider(), coords: { clientX, clientY: 50 } });
    await user.pointer(at(100));
    expect(day()).toBe('Sun 1 Nov');
    await user.pointer({ target: document.body });
    expect(day()).toBe('Mon 2 Nov');
    await user.pointer([at(450), { keys: '[MouseLeft]', ...at(450) }, { target: document.body }]);
    expect(day()).toBe('Tue 3 Nov');
    slider().focus();
    await user.keyboard('{ArrowRight}');
    expect(day()).toBe('Wed 4 Nov');
  });

  it('is summed up in its name, and explains its signs', () => {
    show();
    expect(screen.getByRole('img').getAttribute('aria-label')).toMatch(
      /The worst day is 2 Nov 2026/,
    );
    const legend = within(screen.getByRole('list', { name: text.legend }));
    for (const word of [
      text.counted,
      text.thirdParty,
      text.differenceWhy,
      text.worst,
      text.weekend,
    ]) {
      legend.getByText(word);
    }
  });

  it('tells its lines by dash and shape, not by colour alone', () => {
    show();
    const svg = screen.getByRole('img');
    expect(svg.querySelectorAll('circle.mark.counted')).toHaveLength(3);
    expect(svg.querySelectorAll('path.mark.third-party')).toHaveLength(4);
    expect(svg.querySelectorAll('path.line')).toHaveLength(2);
  });

  it('stands in a table, too, with every value, the worst day and where it was seen firing', async () => {
    const { user } = show();
    const button = screen.getByRole('button', { name: text.asTable });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await user.click(button);
    const grid = screen.getByRole('grid', { name: text.table('Home, autumn') });
    const rows = within(grid).getAllByRole('row').slice(1);
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'Sun 1 Nov 2026901001010.0 %',
      '▼ Mon 2 Nov 2026, Worst day501005050.0 %',
      'Tue 3 Nov 2026not known100not knownnot known',
      'Wed 4 Nov 202610010000.0 %Seen firing',
    ]);
    const seen = within(grid).getByRole('link', { name: 'Seen firing on 4 Nov 2026' });
    expect(seen.getAttribute('href')).toBe('#/verifications/v1');
    await user.click(within(grid).getByRole('button', { name: 'Per cent' }));
    await user.click(within(grid).getByRole('button', { name: 'Per cent' }));
    const [first, ...others] = within(grid).getAllByRole('row').slice(1);
    expect(first?.textContent).toContain('Mon 2 Nov');
    expect(others.at(-1)?.textContent).toContain('Tue 3 Nov');
  });

  it.each([
    ['Asia/Tokyo', 'Ad server (Asia/Tokyo)'],
    [null, 'Ad server (time zone not known)'],
    ['UTC', 'Ad server'],
  ])('names the ad server’s zone where it is %s', async (zone, title) => {
    const { user } = show(BOTH, zone);
    await user.click(screen.getByRole('button', { name: text.asTable }));
    screen.getByRole('button', { name: title });
  });

  it('says that nothing is known, and that there is nothing', () => {
    show(pairUp(days([null, null]), null));
    screen.getByText(text.allUnknown);
    cleanup();
    show(pairUp(days([]), null));
    screen.getByText(text.nothing);
    expect(screen.queryByRole('slider')).toBeNull();
  });
});

describe('small pictures', () => {
  const all = Array.from({ length: 61 }, (_, at) => ({
    key: String(at),
    name: `Tracker ${at}`,
    total: '3',
    impressions: days([1, 2]),
  }));

  it('lead each to its own, share an axis or not, and say how many are not drawn', async () => {
    const onChoose = vi.fn<(key: string) => void>();
    const onScale = vi.fn<(scale: string) => void>();
    render(<Multiples all={all} zone="UTC" scale="shared" onScale={onScale} onChoose={onChoose} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Tracker 7' }));
    await user.click(screen.getByRole('radio', { name: text.own }));
    expect([onChoose.mock.calls, onScale.mock.calls]).toEqual([[['7']], [['own']]]);
    await waitFor(() => expect(screen.getAllByRole('img')).toHaveLength(60));
    screen.getByText(text.moreMultiples(60, 61));
  });
});
