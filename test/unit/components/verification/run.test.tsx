// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { SheetFileError } from '@/lib/core/table/file-problem';
import type { Taken } from '@/lib/core/verification/taken';
import type { Verification } from '@/lib/core/verification/verification';
import { runText } from '@/lib/text/verification/verification-run';

import { pageView, request, START, verification } from '../../core/verification/build';
import { setUp } from './panel-setup';
import { later, url } from './recording-sample';

afterEach(cleanup);

const EXPECTING = verification({ expectedIds: [531, 532] });
const skyscraper = (at: number) =>
  request(url(532, `cachebuster=${at * 7919 + 13}`), { startedAt: START + at });
const FIRED = [later(482_913, 1000), skyscraper(1500), skyscraper(2500)];
const VIEWS = [pageView('a', START), pageView('b', START + 10_000)];

/** What the actions were asked to make of the verification, the last first. */
function changed(calls: readonly unknown[]): readonly unknown[] {
  return calls
    .flatMap((call) => (Array.isArray(call) && call[0] === 'change' ? [call[2]] : []))
    .toReversed();
}

async function show(
  changes: Partial<Verification> = {},
  ...rest: Partial<Parameters<typeof setUp>[1]>[]
) {
  const all = setUp(
    { verification: { ...EXPECTING, ...changes }, pageViews: VIEWS.slice(0, 1), requests: FIRED },
    Object.assign({}, ...rest),
  );
  await all.model.start();
  return all;
}

describe('a name and notes', () => {
  it('is kept at every keystroke, tidied, and stays as it is typed until the field is left', async () => {
    const { user, calls, model } = await show();
    const field = screen.getByRole('textbox', { name: 'Name' });
    await user.type(field, ' Kettle  春 ');
    expect(field).toHaveProperty('value', ' Kettle  春 ');
    expect(changed(calls)[0]).toMatchObject({ name: 'Kettle 春' });
    await user.tab();
    await waitFor(() => expect(field).toHaveProperty('value', 'Kettle 春'));
    expect(model.verification.value?.name).toBe('Kettle 春');
  });

  it('is there when the panel is opened again, and goes with its last letter', async () => {
    const { user, calls } = await show({ name: 'K', note: 'two\nlines' });
    const field = screen.getByRole('textbox', { name: 'Name' });
    expect(field).toHaveProperty('value', 'K');
    await user.clear(field);
    expect(changed(calls)[0]).not.toHaveProperty('name');
    expect(screen.getByRole('textbox', { name: 'Note', hidden: true })).toHaveProperty(
      'value',
      'two\nlines',
    );
  });

  it('can be written on one request, which is then marked', async () => {
    const { user, calls, model } = await show();
    model.selectedKey.value = FIRED[1]?.key ?? null;
    await user.click(await screen.findByText(runText.addRequestNote));
    await user.type(screen.getByRole('textbox', { name: runText.requestNote }), 'by design');
    expect(changed(calls)[0]).toMatchObject({
      notedRequests: [{ key: FIRED[1]?.key, note: 'by design' }],
    });
    await screen.findByRole('img', { name: 'Note: by design' });
  });
});

it('says where no more fits into a note', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('textbox', { name: 'Name' }));
  await user.paste('n'.repeat(130));
  await screen.findByText('No more than 120 characters are kept.');
});

describe('how often', () => {
  it('is chosen beside each tracker, and judged at once', async () => {
    const { user, calls, model } = await show();
    expect(verdictsOf(model)).toEqual({ 531: 'pass', 532: 'fail' });
    const select = screen.getByRole('combobox', { name: /How often Skyscraper/ });
    await user.selectOptions(select, '2');
    expect(verdictsOf(model)).toEqual({ 531: 'pass', 532: 'pass' });
    expect(changed(calls)[0]).toMatchObject({ expectations: [{ trackerId: 532, times: 2 }] });
    await user.selectOptions(select, '3');
    await within(screen.getByRole('list', { name: 'Expected' })).findByText(
      /532 fired 2 of 3 expected times/,
    );
    await user.selectOptions(select, 'at-least-once');
    expect(verdictsOf(model)[532]).toBe('pass');
  });
});

function verdictsOf({ verdicts }: ReturnType<typeof setUp>['model']) {
  return Object.fromEntries(verdicts.value.map(({ trackerId, verdict }) => [trackerId, verdict]));
}

describe('adding several', () => {
  const open = async (...args: Parameters<typeof show>) => {
    const all = await show(...args);
    await all.user.click(screen.getByRole('button', { name: 'Add…' }));
    return all;
  };
  const addedIds = ({ model }: ReturnType<typeof setUp>) => model.expectedIds.value;

  it('says what was taken and empties the field once all of it was understood', async () => {
    const all = await open({ expectedIds: [531] });
    const field = screen.getByRole('textbox', { name: 'Ids or tags' });
    await all.user.click(field);
    await all.user.paste(`531 532\n`);
    await all.user.click(screen.getByRole('button', { name: 'Add' }));
    await screen.findByText(/2 trackers understood, 1 added. 1 of them was expected already./);
    expect(addedIds(all)).toEqual([531, 532]);
    expect(field).toHaveProperty('value', '');
    expect(document.activeElement).toBe(field);
  });

  it('keeps what was typed, and says the lines that were not understood and why', async () => {
    const all = await open({ expectedIds: [] });
    const field = screen.getByRole('textbox', { name: 'Ids or tags' });
    await all.user.click(field);
    await all.user.paste('531\nthe second one');
    await all.user.click(screen.getByRole('button', { name: 'Add' }));
    expect(
      (await screen.findByText('the second one', { selector: 'code' })).closest('li')?.textContent,
    ).toBe('Line 2: the second one There is no tracker’s id and no tag in it.');
    expect(addedIds(all)).toEqual([531]);
    expect(field).toHaveProperty('value', '531\nthe second one');
    // It is there still when the section was closed and is opened again.
    await all.user.click(screen.getByRole('button', { name: 'Add…' }));
    await all.user.click(screen.getByRole('button', { name: 'Add…' }));
    expect(screen.getByRole('textbox', { name: 'Ids or tags' })).toHaveProperty(
      'value',
      '531\nthe second one',
    );
  });

  it('takes nothing of a text that is too long, and cuts none of it', async () => {
    const all = await open({ expectedIds: [] });
    const long = '531\n'.repeat(260_000);
    all.model.add.text.value = long;
    await all.user.click(screen.getByRole('button', { name: 'Add' }));
    await screen.findByText(/longer than 1,000,000 characters/);
    expect([addedIds(all), all.model.add.text.value]).toEqual([[], long]);
  });

  it('takes a file, and says why one is not read', async () => {
    let files = 0;
    const all = await open(
      { expectedIds: [] },
      {
        readExpectedFile: async () => {
          files += 1;
          if (files > 1) throw new SheetFileError('old-format');
          return { ids: [531, 532], refused: [], refusedMore: 0, idsMore: 0 };
        },
      },
    );
    await all.user.upload(screen.getByLabelText('Choose a list…'), new File(['x'], 'plan.csv'));
    await screen.findByText('plan.csv: 2 trackers understood, 2 added.');
    expect(addedIds(all)).toEqual([531, 532]);
    await all.user.upload(screen.getByLabelText('Choose a list…'), new File(['x'], 'plan.csv'));
    await screen.findByText(/^plan.csv: /, { selector: 'strong' });
  });

  it('takes a file that is dropped on it, and leaves nothing of it to what is around', async () => {
    const all = await open({ expectedIds: [] });
    const outside: string[] = [];
    const drag = (kind: string) => {
      const event = new Event(kind, { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
      section.dispatchEvent(event);
    };
    for (const kind of ['dragover', 'drop']) {
      document.body.addEventListener(kind, () => outside.push(kind), { once: true });
    }
    const section = screen.getByRole('region', { name: 'Add several trackers' });
    const dataTransfer = {
      types: ['Files'],
      files: [new File(['x'], 'plan.csv'), new File(['y'], 'b.csv')],
    };
    drag('dragover');
    await waitFor(() => expect(section.className).toContain('over'));
    drag('drop');
    await screen.findByText('plan.csv: 1 tracker understood, 1 added.');
    expect([addedIds(all), outside]).toEqual([[531], []]);
    expect(screen.getByText(/1 other file/)).not.toBeNull();
  });

  it('ends the reading of a file where a person says so, and takes nothing of it', async () => {
    const signals: AbortSignal[] = [];
    const all = await open(
      { expectedIds: [] },
      {
        readExpectedFile: (_file, onProgress, signal) => {
          signals.push(signal);
          onProgress({ done: 1, total: 2 });
          return new Promise((_, reject) =>
            signal.addEventListener('abort', () => reject(signal.reason)),
          );
        },
      },
    );
    await all.user.upload(screen.getByLabelText('Choose a list…'), new File(['x'], 'plan.csv'));
    const section = await screen.findByRole('region', { name: 'Add several trackers' });
    await screen.findByText('Reading plan.csv…');
    await all.user.click(within(section).getByRole('button', { name: 'Stop' }));
    await screen.findByLabelText('Choose a list…');
    expect([signals[0]?.aborted, addedIds(all)]).toEqual([true, []]);
  });

  it('adds nothing to another verification that is opened meanwhile', async () => {
    const other = verification({ id: 'other', startedAt: START - 1 });
    const { promise, resolve } = Promise.withResolvers<Taken>();
    const all = await open(
      { expectedIds: [] },
      {
        readExpectedFile: () => promise,
        listVerifications: async () => ({ rows: [EXPECTING, other], unreadable: 0 }),
        load: async ({ id }) => ({
          verification: id === 'other' ? other : EXPECTING,
          pageViews: [],
          requests: [],
          unreadable: 0,
        }),
      },
    );
    await all.user.upload(screen.getByLabelText('Choose a list…'), new File(['x'], 'plan.csv'));
    await screen.findByText('Reading plan.csv…');
    await all.model.choose('other');
    resolve({ ids: [9], refused: [], refusedMore: 0, idsMore: 0 });
    await screen.findByLabelText('Choose a list…');
    expect([all.model.verification.value?.id, addedIds(all)]).toEqual(['other', []]);
  });

  it('says how many a line item has before they are added', async () => {
    const all = await open({ expectedIds: [] });
    await all.user.type(screen.getByRole('combobox', { name: /line item/i }), 'spring');
    await all.user.click(
      await screen.findByRole('option', { name: /Spring flight.*2 loaded trackers, 1 inactive/ }),
    );
    expect(addedIds(all)).toEqual([]);
    await all.user.click(screen.getByRole('button', { name: 'Add 2 trackers' }));
    await screen.findByText('Spring flight: 2 trackers understood, 2 added.');
    expect(addedIds(all)).toEqual([531, 532]);
  });
});

describe('stop and repeat', () => {
  it('is one button: it stops what is recorded, and then does it again', async () => {
    const { user, calls, model } = await show();
    const button = screen.getByRole('button', { name: 'Stop' });
    await user.click(button);
    await waitFor(() => expect(button.textContent).toBe('Repeat'));
    expect(document.activeElement).toBe(button);
    expect([model.live.value, model.said.value]).toEqual([false, runText.stopped]);
    await screen.findByText(/^Stopped Nov/);
    await user.click(button);
    expect(calls.slice(-2)).toEqual([
      ['stop', 'v1'],
      ['repeat', 'v1'],
    ]);
  });

  it('is told where to do it again, outside DevTools', async () => {
    await show({}, { tabId: null, repeat: null });
    await screen.findByText(runText.repeatWhere);
    expect(screen.queryByRole('button', { name: 'Repeat' })).toBeNull();
  });

  it('leads to the run that it repeats', async () => {
    const earlier = verification({ id: 'earlier', startedAt: START - 3_600_000 });
    const now = { ...EXPECTING, repeats: 'earlier' };
    const { user, model } = setUp(
      {},
      {
        listVerifications: async () => ({ rows: [now, earlier], unreadable: 0 }),
        load: async ({ id }) => ({
          verification: id === 'earlier' ? earlier : now,
          pageViews: [],
          requests: [],
          unreadable: 0,
        }),
      },
    );
    await model.start();
    await user.click(await screen.findByRole('button', { name: runText.showEarlier }));
    await waitFor(() => expect(model.verification.value?.id).toBe('earlier'));
  });

  it('says whose requests are missing where the page was there before the run', async () => {
    await show({ openedAfterLoad: true, repeats: 'earlier' });
    await screen.findByText(runText.beganOnLoaded);
    await screen.findByText(/Repeats a run that is not kept any more/);
  });
});

describe('a baseline', () => {
  const page = (path: string, ...said: [number, 'pass' | 'not-seen'][]) => ({
    url: `https://news.example/${path}`,
    expected: said.map(([trackerId, verdict]) => ({ trackerId, verdict, findings: [] })),
    notJudged: [],
  });
  const baseline = (...pages: ReturnType<typeof page>[]) => ({
    verificationId: 'before',
    startedAt: START - 1000,
    acceptedAt: START - 500,
    pages,
  });

  it('is what is said now, once a person accepts it', async () => {
    const { user, calls } = await show();
    await user.click(screen.getByRole('button', { name: runText.accept }));
    await screen.findByText(/^This run is the baseline/);
    expect(calls.at(-1)).toMatchObject([
      'acceptBaseline',
      'v1',
      {
        verificationId: 'v1',
        acceptedAt: START,
        pages: [
          {
            url: 'https://news.example/a',
            expected: [
              { trackerId: 531, verdict: 'pass', findings: [] },
              { trackerId: 532, verdict: 'fail', findings: [{ code: 'fired-again' }] },
            ],
          },
        ],
      },
    ]);
  });

  it('leaves only what has changed, and everything where a person asks', async () => {
    const { user, model } = await show({
      baseline: baseline(page('a', [531, 'pass'], [532, 'pass']), page('c', [531, 'pass'])),
    });
    await screen.findByText(/^1 change since the baseline of/);
    expect(screen.getByText(/1 page of the baseline. Nothing is said of it./)).not.toBeNull();
    const list = screen.getByRole('list', { name: 'What changed' });
    expect(list.textContent).toContain('Worse pass → fail');
    expect(model.shown.value.rows.map(({ trackerId }) => trackerId)).toEqual([532, 532]);
    const toggle = screen.getByRole('button', { name: runText.onlyChanges });
    expect(toggle.getAttribute('aria-pressed')).toBe('true');
    await user.click(toggle);
    expect(model.shown.value.rows).toHaveLength(3);
    expect(screen.getByRole('list', { name: 'Expected' })).not.toBeNull();
    expect(document.activeElement).toBe(toggle);
  });

  it('says where nothing has changed, and leads to everything', async () => {
    const { user, model } = await show({
      expectedIds: [531, 532],
      expectations: [{ trackerId: 532, times: 2 }],
      baseline: baseline(page('a', [531, 'pass'], [532, 'pass'])),
    });
    await screen.findByText(/^Nothing has changed since the baseline of/);
    await user.click(screen.getByRole('button', { name: runText.showEverything }));
    expect(model.shown.value.rows).toHaveLength(3);
  });

  it('shows everything of the run that is the baseline itself', async () => {
    const { model } = await show({ baseline: { ...baseline(page('a')), verificationId: 'v1' } });
    expect(screen.queryByRole('button', { name: runText.onlyChanges })).toBeNull();
    expect(model.shown.value.rows).toHaveLength(3);
  });
});

describe('by page', () => {
  it('has each tracker on each page, goes from cell to cell by keys, and leads to the requests', async () => {
    const { user, model } = setUp({ verification: EXPECTING, pageViews: VIEWS, requests: FIRED });
    await model.start();
    await user.click(await screen.findByRole('button', { name: 'By page' }));
    const table = screen.getByRole('table', { name: 'Expected trackers by page' });
    const cells = within(table).getAllByRole('button');
    expect(cells.map((cell) => cell.getAttribute('aria-label'))).toEqual([
      'Leaderboard, Page 1, news.example/a: Pass',
      'Leaderboard, Page 2, news.example/b: Not seen',
      'Skyscraper, Page 1, news.example/a: Fail',
      'Skyscraper, Page 2, news.example/b: Not seen',
    ]);
    // One stop of the Tab key.
    expect(cells.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1]);
    cells[0]?.focus();
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowLeft}{ArrowLeft}');
    expect(document.activeElement).toBe(cells[2]);
    await user.keyboard('{Enter}');
    expect(model.selected.value?.request.key).toBe(FIRED[2]?.key);
    expect(model.scopeChoice.value).toBe('a');
    await user.keyboard('{End}{Enter}');
    expect([model.selected.value, model.scopeChoice.value]).toEqual([null, 'b']);
  });
});
