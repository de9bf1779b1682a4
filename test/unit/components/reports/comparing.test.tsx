// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ReportsPlace } from '@/components/pages/workspace/ReportsPlace';
import type { FileRead, ReportActions } from '@/components/reports/report-actions';
import { AppError } from '@/lib/core/base/errors';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { causesText } from '@/lib/text/reports/causes';
import { missingText } from '@/lib/text/reports/case-file';
import { agreementText, comparingText as text, reportFileText } from '@/lib/text/reports/comparing';
import { errorText } from '@/lib/text/errors';
import { matchingText } from '@/lib/text/reports/matching';
import { reportsText } from '@/lib/text/reports/screens';

import { PretendLayout } from '../ui/pretend-layout';
import {
  adServerFile,
  COMPARED,
  FILE,
  gap,
  MATCHES,
  OFFER,
  reportsRoom,
  SPORT,
} from './reports-sample';

beforeEach(() => void new PretendLayout({ width: 1200, height: 600 }));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function setUp(changes: Partial<ReportActions> = {}) {
  const { model, calls } = reportsRoom(changes);
  const user = userEvent.setup();
  render(<ReportsPlace model={model} id="r1" />);
  await model.open.choose('r1');
  await user.click(await screen.findByRole('tab', { name: reportsText.compare }));
  const give = () => user.upload(screen.getByLabelText(text.choose), adServerFile());
  return { model, calls, user, give };
}

const table = async () => within(await screen.findByRole('grid', { name: text.table }));
const read = (changes: Partial<typeof FILE>): FileRead => ({
  kind: 'read',
  offer: OFFER,
  report: { ...FILE, ...changes },
});

describe('an ad server’s report', () => {
  it('is read here, and says what of it is left out', async () => {
    const { give } = await setUp();
    screen.getByText(text.lead);
    await give();
    await screen.findByText('2 rows left out: 1 total, 1 without a date.');
    screen.getByText(text.zoneUnknown);
  });

  it('says which sheets are not read, which columns count impressions, too, and how many rows are left out', async () => {
    const { give } = await setUp({
      readFile: async () => ({
        kind: 'read',
        offer: {
          ...OFFER,
          alsoImpressions: [{ title: 'Total impressions', index: 5, example: '' }],
        },
        report: { ...FILE, leftOutMore: 4000 },
        sheets: [
          { name: 'Days', use: 'read' },
          { name: 'Again', use: 'overlap' },
        ],
      }),
    });
    await give();
    await screen.findByText(/Other columns count impressions, too: “Total impressions”/);
    screen.getByText('Sheet “Again” is not read: its figures are in another sheet, too.');
    screen.getByText('4,002 rows left out: 1 total, 1 without a date, 4,000 more.');
    expect(screen.queryByText(/“Days”/)).toBeNull();
  });

  it.each<[string | null, string | null]>([
    [null, text.zoneUnknown],
    ['America/New_York', text.zoneOther('UTC', 'America/New_York')],
    ['UTC', null],
  ])('of the zone %s says of its days %j', async (timeZone, said) => {
    const { give } = await setUp({ readFile: async () => read({ timeZone }) });
    await give();
    await table();
    for (const one of [text.zoneUnknown, text.zoneOther('UTC', timeZone ?? '')]) {
      expect(screen.queryByText(one) !== null, one).toBe(one === said);
    }
  });

  it('that is being read can be cancelled, and what comes of it then is forgotten', async () => {
    let come: (found: FileRead) => void = () => {};
    const { give, user, model } = await setUp({
      readFile: (_file, _choice, onProgress) => {
        onProgress({ done: 1, total: 3 });
        return new Promise((resolve) => (come = resolve));
      },
    });
    await give();
    await user.click(await screen.findByRole('button', { name: text.cancel }));
    come(read({}));
    await screen.findByText(text.dropHere);
    expect(model.open.comparing.state.value.step).toBe('none');
  });

  it.each(['old-format', 'damaged', 'too-much'] as const)(
    'that is %s is not taken',
    async (problem) => {
      const { give } = await setUp({ readFile: () => Promise.reject(new SheetFileError(problem)) });
      await give();
      await screen.findByText(reportFileText[problem].next);
      screen.getByText(text.dropHere);
    },
  );

  it('whose columns were not recognised has them chosen by hand', async () => {
    const choices: unknown[] = [];
    const { give, user } = await setUp({
      readFile: async (_file, choice) => {
        choices.push(choice.columns);
        const columns = choice.columns ?? { date: 0 };
        return 'impressions' in columns
          ? { ...read({}), offer: { ...OFFER, columns, choice: columns } }
          : { kind: 'columns', offer: { ...OFFER, columns, choice: choice.columns } };
      },
    });
    await give();
    await screen.findByText(text.notRecognised);
    await user.selectOptions(screen.getByLabelText(text.column.impressions), '2');
    await table();
    expect(choices).toEqual([null, { date: 0, impressions: 2 }]);
  });

  it('whose dates can be read in two ways is never guessed', async () => {
    const { give, user, calls } = await setUp({
      readFile: async (_file, { dates }) =>
        dates === null
          ? { kind: 'dates', offer: OFFER, samples: ['03/04/2026', '05/04/2026'] }
          : read({}),
    });
    await give();
    await screen.findByText(text.datesWhy(['03/04/2026', '05/04/2026']));
    expect(calls).toEqual([]);
    await user.click(screen.getByRole('button', { name: text.mdy('03/04/2026') }));
    await table();
  });
});

describe('placements', () => {
  it('without a tracker come first, and are matched by hand where they stand', async () => {
    const { give, user, calls } = await setUp();
    await give();
    await screen.findByText(matchingText.summary(1, 0, 2));
    const rows = () =>
      within(screen.getByRole('row', { name: /Sport top/ }).closest('tbody') ?? document.body)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent);
    const [home, sport] = MATCHES.map(({ placement }) => placement);
    expect(rows()).toEqual([sport, home]);
    await user.click(screen.getByLabelText(text.trackerOf('Sport top')));
    await user.selectOptions(screen.getByLabelText(text.trackerOf('Sport top')), '532 533');
    await screen.findByText(matchingText.summary(0, 0, 2));
    expect(rows()).toEqual([sport, home]);
    screen.getByText(matchingText.by.hand);
    expect(calls).toContainEqual(['keepMatch', 'name Sport top', [532, 533]]);
    await user.selectOptions(screen.getByLabelText(text.trackerOf('Sport top')), '');
    await screen.findByText(matchingText.summary(1, 0, 2));
    expect(calls.at(-2)).toEqual(['keepMatch', 'name Sport top', null]);
  });

  it('of which several could be it are asked about first, those offered before all others', async () => {
    const several = { ...SPORT, key: 'name Two', placement: 'Two', candidates: [[534], [999]] };
    const { give, user, calls } = await setUp({
      compare: async () => ({ rows: COMPARED, matches: [...MATCHES, several] }),
    });
    await give();
    await screen.findByText(
      '2 placements have no tracker yet, of 3; for 1 of them several could be it',
    );
    const row = screen.getByRole('rowheader', { name: 'Two' }).closest('tr');
    expect(row?.rowIndex).toBe(1);
    within(row ?? document.body).getByText(matchingText.several);
    await user.click(screen.getByLabelText(text.trackerOf('Two')));
    const list = within(screen.getByLabelText(text.trackerOf('Two')));
    const valuesIn = (group: string) =>
      within(list.getByRole('group', { name: group }))
        .getAllByRole<HTMLOptionElement>('option')
        .map(({ value }) => value);
    expect(valuesIn(matchingText.couldBe)).toEqual(['534', '999']);
    expect(valuesIn(matchingText.others)).toEqual(['531', '532 533']);
    await user.selectOptions(screen.getByLabelText(text.trackerOf('Two')), '999');
    expect(calls).toContainEqual(['keepMatch', 'name Two', [999]]);
  });

  it.each<[string, (user: ReturnType<typeof userEvent.setup>, list: Element) => Promise<void>]>([
    ['pointed at', (user, list) => user.hover(list)],
    [
      'gone to by keys',
      async (_, list) => {
        if (list instanceof HTMLElement) await act(() => list.focus());
      },
    ],
  ])('offer the trackers once their list is %s, and say theirs before', async (_, use) => {
    const { give, user } = await setUp();
    await give();
    const list = await screen.findByLabelText(text.trackerOf('Sport top'));
    const offered = () =>
      within(list)
        .getAllByRole('option')
        .map(({ textContent }) => textContent);
    expect(offered()).toEqual([text.noTracker]);
    await use(user, list);
    await waitFor(() => expect(offered().length).toBeGreaterThan(1));
    expect(offered()).toContain(text.noTracker);
    expect(list).toHaveProperty('value', '');
  });

  it('none of which has a tracker leave nothing to compare', async () => {
    const { give } = await setUp({ compare: async () => ({ rows: [], matches: MATCHES }) });
    await give();
    await screen.findByText(text.noRows);
  });
});

describe('both counts', () => {
  it('are marked by a sign and words', async () => {
    const { give } = await setUp();
    await give();
    const grid = await table();
    const marks = COMPARED.map(({ agreement }) => grid.getByText(agreementText[agreement]));
    const signs = marks.map((mark) => mark.querySelector('svg')?.innerHTML);
    expect(new Set(signs).size).toBe(4);
    grid.getByText('51.1 % on 12 Nov 2026');
    grid.getByRole('button', { name: 'Monetize (UTC)' });
    grid.getByRole('button', { name: 'Ad server (time zone not known)' });
  });

  it('agree up to a threshold that a person chooses', async () => {
    const { give, user, calls } = await setUp();
    await give();
    const grid = await table();
    const field = screen.getByLabelText(/^Agree up to/);
    await user.clear(field);
    await screen.findByText(text.thresholdWrong);
    await user.type(field, '5,5');
    await vi.waitFor(() => expect(grid.getAllByText(agreementText.over)).toHaveLength(2));
    expect(calls.at(-1)).toEqual(['compare', 5.5]);
    await user.type(field, 'x');
    screen.getByText(text.thresholdWrong);
    expect(calls.at(-1)).toEqual(['compare', 5.5]);
  });

  it('that cannot be laid beside each other are so again', async () => {
    let isBroken = true;
    const { give, user } = await setUp({
      compare: async () => {
        if (isBroken) throw new AppError('unexpected');
        return { rows: COMPARED, matches: MATCHES };
      },
    });
    await give();
    const failure = { code: 'unexpected', detail: null, retryAfterSeconds: null } as const;
    await screen.findByText(errorText(failure).sentence);
    isBroken = false;
    await user.click(screen.getByRole('button', { name: reportsText.tryAgain }));
    await table();
  });
});

describe('a tracker on both sides', () => {
  async function choose(name: RegExp, changes: Partial<ReportActions> = {}) {
    const made = await setUp(changes);
    await made.give();
    await made.user.click((await table()).getByRole('row', { name }));
    return made;
  }

  it('says where it was seen firing, and why the counts differ, the found cause first', async () => {
    await choose(/^Home, autumn/);
    const seen = await screen.findByRole('link', { name: 'Seen firing on 12 Nov 2026' });
    expect(seen.getAttribute('href')).toBe('#/verifications/v1');
    const causes = within(screen.getByRole('region', { name: causesText.title }));
    causes.getByText(/^Found: one bad day\./);
    const told = causes.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
    expect(told[0]).toContain(`${causesText.cause['bad-day']}${causesText.standing.explains}`);
    expect(told[0]).toContain(causesText.sure(0.97));
    expect(told[1]).toContain(causesText.standing['not-ruled-out']);
    expect(told[2]).toContain(causesText.left(0.98));
    expect(told[3]).toContain(causesText.standing['cannot-tell']);
    for (const level of [0.5, 0.75, 0.95])
      expect(told.slice(1).some((one) => one.includes(causesText.sure(level)))).toBe(false);
  });

  it('says that no verification saw it, and that causes were not looked for', async () => {
    await choose(/^One of these/);
    await screen.findByText(text.seenNone);
    screen.getByText(text.notLooked);
  });

  it('has a case that says what it lacks before it is saved', async () => {
    const { user, calls } = await choose(/^Home, autumn/);
    const file = within(await screen.findByRole('region', { name: text.caseTitle }));
    file.getByText(missingText(gap('not-over')).sentence);
    file.getByText(missingText(gap('no-device')).next);
    await user.click(file.getByRole('button', { name: text.saveXlsx }));
    await file.findByText(text.saved('case-531.xlsx'));
    expect(calls.at(-1)).toEqual(['saveCase', [531], 'xlsx']);
  });

  it('whose case lacks nothing says so; one that cannot be saved says why', async () => {
    const { user } = await choose(/^A flight/, {
      saveCase: () => Promise.reject(new AppError('storage-failed')),
    });
    await screen.findByText(text.caseReady);
    await user.click(screen.getByRole('button', { name: text.saveCsv }));
    const failure = { code: 'storage-failed', detail: null, retryAfterSeconds: null } as const;
    await screen.findByText(errorText(failure).sentence);
    expect(screen.queryByText(/^Saved/)).toBeNull();
  });
});

describe('what is compared, in a proof', () => {
  it('is the ad server’s side of each tracker and why they differ, with the file and its zone', async () => {
    const { give, model } = await setUp({ readFile: async () => read({ adServer: 'cm360' }) });
    expect(model.open.comparing.forProof()).toEqual([]);
    await give();
    await table();
    const [first] = model.open.comparing.forProof();
    const [row] = COMPARED;
    expect(first).toEqual({
      reportId: 'r1',
      reconciled: { trackerIds: row?.trackerIds, thirdParty: row?.thirdParty },
      adServer: { name: 'Google Campaign Manager 360', fileName: FILE.fileName, timeZone: null },
      explanation: row?.explanation,
    });
    expect(model.open.comparing.forProof()).toHaveLength(COMPARED.length);
    model.open.comparing.reset();
    expect(model.open.comparing.forProof()).toEqual([]);
  });

  it('is nothing while it is compared anew, or could not be', async () => {
    let go: () => void = () => {};
    const waiting = new Promise<never>((_, reject) => {
      go = () => reject(new AppError('storage-failed'));
    });
    const { give, model } = await setUp({ compare: () => waiting });
    await give();
    expect(model.open.comparing.forProof()).toEqual([]);
    go();
    await screen.findByRole('alert');
    expect(model.open.comparing.forProof()).toEqual([]);
  });
});
