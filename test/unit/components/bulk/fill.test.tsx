// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { BulkActions } from '@/components/bulk/bulk-actions';
import { BulkPlace } from '@/components/bulk/BulkPlace';
import { RunPlace } from '@/components/bulk/RunPlace';
import { MAX_FILE_BYTES } from '@/lib/core/base/limits';
import { FillError } from '@/lib/core/table/fill-problem';
import { SheetFileError } from '@/lib/core/table/file-problem';
import type { FillOrder } from '@/lib/core/table/plan-fill';
import { orderRows, type RowEnd } from '@/lib/core/tracker-sheet/run';
import { fillText } from '@/lib/text/sheets/fill';
import {
  bulkFillText as text,
  mismatchText,
  runFileText,
  runFillProblemText,
} from '@/lib/text/trackers/bulk-fill';

import { ADVERTISER, tracker } from '../../core/tracker-sheet/build';
import { bulkRoom, pasted } from './bulk-sample';

afterEach(cleanup);

const TITLES = ['ID', 'Name', 'Line item', 'Publisher', 'Notes'];
const ROWS = [
  ['', 'New 1', 'Spring burst', 'Tidewater News', 'first'],
  ['', 'New 2', 'Spring burst', 'Tidewater News', ''],
  ['531', 'Home, winter', '', '', ''],
  ['', 'Wrong', 'Sprng', 'Tidewater News', ''],
];
const SHEET = pasted([TITLES, ...ROWS]);
const THERE = [tracker(531, { name: 'Home' })];

async function checked(changes: Partial<BulkActions> = {}, name = 'plan.csv') {
  const room = bulkRoom(THERE, {}, changes);
  await room.model.enter();
  await room.model.take(name, SHEET);
  return room;
}
type Room = Awaited<ReturnType<typeof checked>>;

async function begun(changes: Partial<BulkActions> = {}, name = 'plan.csv'): Promise<Room> {
  const room = await checked(changes, name);
  const shown = room.model.dryRun.checked.value;
  if (shown) await room.model.beginSheet(shown, false);
  await room.model.runs.open.choose('run-1');
  return room;
}

const showRun = ({ model }: Room) => {
  const tagOf = () => ({ tag: '', serverId: null });
  render(<RunPlace model={model} tagOf={tagOf} isUndo={false} onBegun={() => {}} />);
};
const secondFails = ({ at }: { at: number }): RowEnd =>
  at === 1
    ? {
        kind: 'failed',
        id: null,
        failure: { code: 'invalid-input', detail: 'Name is taken', retryAfterSeconds: null },
      }
    : { kind: at === 0 ? 'created' : 'changed', id: at === 0 ? 9001 : 531, failure: null };

const region = () => within(screen.getByRole('region', { name: fillText.fill }));
const press = () => userEvent.click(region().getByRole('button', { name: fillText.fill }));
const give = (file: File, label = text.choose) =>
  userEvent.upload(region().getByLabelText(label), file);
const saved = () => screen.findByText(/^Saved back – filled\.xlsx/);

/** What was filled in last: file, sheet, titles, and the values of each row. */
function filled({ calls }: Room) {
  const call = calls.findLast((one) => Array.isArray(one) && one[0] === 'fillFile');
  const [, file, , order] = call as ['fillFile', File, string, FillOrder];
  return {
    name: file.name,
    titles: order.columns.map(({ title }) => title),
    rows: order.rows.map(({ row, values }) => [row, ...values]),
  };
}

describe('the file of a run', () => {
  it('gets the ids and what came of each row', async () => {
    const room = await begun();
    room.advance('run-1', 99, secondFails);
    await room.model.runs.open.follow();
    showRun(room);
    await press();
    await saved();
    const { name, titles, rows } = filled(room);
    expect(name).toBe('plan.csv');
    expect(titles).toEqual(['Tracker ID (Piggyback)', 'Result (Piggyback)']);
    expect(rows).toEqual([
      [1, 9001, 'Created'],
      [2, null, expect.stringMatching(/^Failed: .*Name is taken\.$/)],
      [3, 531, 'Changed'],
      [4, null, 'Skipped: Error in the sheet.'],
    ]);
  });

  it('gets tags for the ad server that is chosen, and for no other', async () => {
    const room = await begun();
    room.advance('run-1', 99, secondFails);
    await room.model.runs.open.follow();
    showRun(room);
    await userEvent.selectOptions(region().getByLabelText(text.tags), 'Google Ad Manager');
    await press();
    await saved();
    const { titles, rows } = filled(room);
    expect(titles[1]).toBe('Tag for Google Ad Manager (Piggyback)');
    expect(rows[0]?.[2]).toContain('imptr?id=9001&t=2&cachebuster=%%CACHEBUSTER%%');
    expect(rows[1]?.[2]).toBeNull();
    expect(rows[2]?.[2]).toContain('imptr?id=531&');
  });

  it('gets the tag for the ad server that a row names, and none where that is not known', async () => {
    const room = bulkRoom(THERE);
    await room.model.enter();
    const servers = ['Google Ad Manager', 'GAM', 'Flashtalking', 'somebody else'];
    const named = [[...TITLES, 'Ad server'], ...ROWS.map((row, at) => [...row, servers[at] ?? ''])];
    await room.model.take('plan.csv', pasted(named));
    const shown = room.model.dryRun.checked.value;
    if (shown) await room.model.beginSheet(shown, false);
    room.advance('run-1');
    await room.model.runs.open.choose('run-1');
    showRun(room);
    await press();
    await saved();
    const { titles, rows } = filled(room);
    expect(titles.slice(1, -1)).toEqual([
      'Tag for Flashtalking (Mediaocean / Innovid) (Piggyback)',
      'Tag for Google Ad Manager (Piggyback)',
    ]);
    expect(
      rows.map((row) => row.slice(2, 4).map((tag) => /id=\d+/.exec(String(tag))?.[0])),
    ).toEqual([
      [undefined, 'id=9001'],
      [undefined, 'id=9002'],
      ['id=531', undefined],
      [undefined, undefined],
    ]);
    await userEvent.selectOptions(region().getByLabelText(text.tags), text.noTags);
    await press();
    await vi.waitFor(() => expect(filled(room).titles).toHaveLength(2));
  });

  it('waits until something has come of it, and says of a row that is not done that it is not', async () => {
    const room = await begun();
    showRun(room);
    region().getByText(text.nothingYet);
    expect(region().queryByRole('button')).toBeNull();
    room.advance('run-1', 1, secondFails);
    await room.model.runs.open.follow();
    await region().findByText(text.goingHint);
    await press();
    await saved();
    expect(filled(room).rows.map((row) => row.at(-1))).toEqual([
      'Created',
      'Not done',
      'Not done',
      'Skipped: Error in the sheet.',
    ]);
    room.advance('run-1', 99, secondFails);
    await room.model.runs.open.follow();
    await press();
    await saved();
    expect(filled(room).rows.map((row) => row.at(-1))).not.toContain('Not done');
  });

  it('is given again where the page does not hold it any more', async () => {
    const room = await begun();
    room.advance('run-1', 99, secondFails);
    room.model.filling.forget();
    await room.model.runs.open.follow();
    showRun(room);
    region().getByText(text.dropHint('plan.csv'));
    expect(region().queryByRole('button', { name: fillText.fill })).toBeNull();
    // Other cells of it have changed since, and it came back filled in.
    const again = [
      [...TITLES, 'Tracker ID (Piggyback)', 'Result (Piggyback)'],
      ...ROWS.map((row, at) => [...row.slice(0, 4), 'later', at === 0 ? '9001' : '', 'Created']),
    ];
    await give(new File([pasted(again)], 'plan – filled.csv'));
    await saved();
    expect(filled(room)).toMatchObject({ name: 'plan – filled.csv' });
    // Now it is held.
    await press();
    await saved();
  });

  it.each<[string, readonly (readonly string[])[], number, string | null, string | null, number]>([
    ['another name', [['', 'Other', '', '', ''], ...ROWS.slice(1)], 2, 'Other', 'New 1', 1],
    ['a row less', ROWS.slice(0, 3), 5, null, 'Wrong', 1],
    ['a row more', [...ROWS, ['', 'More', '', '', '']], 6, 'More', null, 1],
    [
      'an id more',
      [['7', ...(ROWS[0]?.slice(1) ?? [])], ...ROWS.slice(1)],
      2,
      '7, New 1',
      'New 1',
      1,
    ],
    ['rows in another order', ROWS.toReversed(), 2, 'Wrong', 'New 1', 4],
  ])(
    'that has %s is another, and nothing is filled in',
    async (_, rows, row, inFile, inRun, count) => {
      const room = await begun();
      room.advance('run-1', 99, secondFails);
      await room.model.runs.open.follow();
      showRun(room);
      await give(new File([pasted([TITLES, ...rows])], 'other.csv'), text.chooseAgain);
      const said = mismatchText('other.csv', { row, inFile, inRun, count });
      const alert = await region().findByRole('alert');
      expect(alert.textContent).toBe(said.sentence + said.next);
      expect(room.calls.filter((one) => Array.isArray(one) && one[0] === 'fillFile')).toEqual([]);
      // The one that is held is still there.
      await press();
      await saved();
    },
  );

  it.each<[string, Partial<BulkActions>, { sentence: string; next: string }]>([
    ['is too large', {}, runFileText('too-large')],
    [
      'has no room',
      { fillFile: () => Promise.reject(new FillError('taken', 'F3')) },
      runFillProblemText('taken', 'F3'),
    ],
    [
      'cannot be unpacked once more',
      { fillFile: () => Promise.reject(new SheetFileError('damaged')) },
      runFileText('damaged'),
    ],
  ])('that %s is refused in words', async (what, changes, { sentence, next }) => {
    const room = await begun(changes);
    room.advance('run-1', 99, secondFails);
    await room.model.runs.open.follow();
    showRun(room);
    const isLarge = what === 'is too large';
    const file = new File([isLarge ? new Uint8Array(MAX_FILE_BYTES + 1) : SHEET], 'plan.csv');
    await give(file, text.chooseAgain);
    expect((await region().findByRole('alert')).textContent).toBe(sentence + next);
  });

  it('whose titles are not known says so', async () => {
    const room = await begun();
    room.advance('run-1', 99, secondFails);
    await room.model.runs.open.follow();
    showRun(room);
    const cut = [['Spot', 'Call it'], ...ROWS];
    await give(new File([pasted(cut)], 'plan.csv'), text.chooseAgain);
    const { sentence, next } = runFileText('no-header');
    expect((await region().findByRole('alert')).textContent).toBe(sentence + next);
  });

  it('cannot be told of a run that an earlier version began', async () => {
    const room = await checked();
    const rows = orderRows(room.model.dryRun.checked.value?.rows ?? []);
    await room.actions.start({
      advertiser: ADVERTISER,
      file: 'plan.csv',
      holdAt: null,
      undoes: null,
      rows,
    });
    await room.model.runs.open.choose('run-1');
    showRun(room);
    region().getByText(text.unknown);
  });

  it('ends with the place: nothing is said of it any more, and nothing is saved', async () => {
    let ended: AbortSignal | null = null;
    const room = await begun({
      fillFile: (_file, _sheet, _order, signal) => {
        ended = signal;
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      },
    });
    room.advance('run-1', 99, secondFails);
    await room.model.runs.open.follow();
    showRun(room);
    await press();
    await screen.findByText(fillText.filling);
    cleanup();
    await vi.waitFor(() => expect(ended).toMatchObject({ aborted: true }));
    expect(room.model.filling.stateOf('run-1')).toEqual({ step: 'idle' });
  });

  it('is none where the run was pasted, or takes another back', async () => {
    const room = await begun({}, '');
    showRun(room);
    expect(screen.queryByRole('region', { name: fillText.fill })).toBeNull();
  });
});

describe('the file of a dry run', () => {
  it('gets what was found, and the ids that are there', async () => {
    const room = await checked();
    render(<BulkPlace model={room.model} onBegun={() => {}} />);
    region().getByText(text.checkedHint);
    await press();
    await saved();
    expect(filled(room).rows).toEqual([
      [1, null, expect.stringMatching(/^To be created · B2: Another tracker has the same/)],
      [2, null, expect.stringMatching(/^To be created · B3/)],
      [3, 531, 'To be changed'],
      [4, null, expect.stringMatching(/^Error · C5: .*Sprng/)],
    ]);
    expect(document.activeElement).toBe(region().getByRole('button', { name: fillText.fill }));
  });

  it('says nothing any more once it is checked again', async () => {
    const room = await checked();
    render(<BulkPlace model={room.model} onBegun={() => {}} />);
    await press();
    await saved();
    await room.model.dryRun.check();
    await screen.findByText(text.checkedHint);
    expect(screen.queryByText(/^Saved/)).toBeNull();
  });

  it('is none where it was pasted', async () => {
    const room = await checked({}, '');
    render(<BulkPlace model={room.model} onBegun={() => {}} />);
    expect(screen.queryByRole('region', { name: fillText.fill })).toBeNull();
  });
});
