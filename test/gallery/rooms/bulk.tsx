import { signal } from '@preact/signals';

import { BulkPlace } from '@/components/bulk/BulkPlace';
import { RunPlace } from '@/components/bulk/RunPlace';
import { RunsPlace } from '@/components/bulk/RunsPlace';
import { TryTag } from '@/components/trial/try-tag';
import { MAX_FILE_BYTES } from '@/lib/core/base/limits';
import type { RowEnd } from '@/lib/core/tracker-sheet/run';

import { bulkRoom, pasted } from '../../unit/components/bulk/bulk-sample';
import { CITY, HOME, SPORT, SPRING, TIDE, tracker } from '../../unit/core/tracker-sheet/build';
import { Page } from '../page';
import { Press } from '../press';
import { nothing, statesOf } from '../state';

const LONG = 'Harbour Coffee, a flight with a name that goes on and on to its very end';
type Room = ReturnType<typeof bulkRoom>;

function place(then: (room: Room) => unknown, room: Room = bulkRoom()) {
  const start = async () => {
    await room.model.enter();
    await then(room);
  };
  return (
    <Page start={start} class="pb-workspace-main">
      <BulkPlace model={room.model} onBegun={nothing} />
    </Page>
  );
}

const THERE = [
  tracker(531, { name: 'Home, autumn', code: 'A-1' }),
  tracker(532, { name: 'Sport, autumn' }),
  tracker(533, { name: 'Twice' }),
  tracker(534, { name: 'Twice' }),
];
const TITLES = ['ID', 'Name', 'Code', 'Line item', 'Publisher', 'Placement', 'State'];
const MIXED = pasted([
  TITLES,
  ['', 'New one', '', 'Spring burst', 'Tidewater News', 'Home 300x250', ''],
  ['', LONG, 'N-2', 'Spring burst', 'City Herald', '', ''],
  ['531', 'Home, winter', '', 'Autumn', '', '', 'inactive'],
  ['532', '', '', '', '', '', 'active'],
  ['', 'Twice', '', '', '', '', 'inactive'],
  ['', 'Doubtful', '', 'Twin', 'Tidewater News', '', ''],
  ['', 'Nearly', '', 'Sprng burst', 'Tidewater New', '', ''],
  ['', 'Nearly 2', '', 'Sprng burst', 'Tidewater New', '', 'on'],
  ['abc', '', '', '', '', '', ''],
  ['', '', '', 'Autumn', 'City Herald', '', ''],
]);
const GOOD = pasted([
  TITLES,
  ...Array.from({ length: 40 }, (_, at) => [
    '',
    `${LONG}, ${at + 1}`,
    '',
    'Spring burst',
    'Tidewater News',
    'Home 300x250',
    '',
  ]),
]);

const check = (sheet: Blob) => (room: Room) => room.model.take('autumn-plan.xlsx', sheet);

function fillGrid({ model: { grid } }: Room): void {
  grid.addLineItem(SPRING);
  grid.addPublisher(TIDE);
  grid.addPlacement(TIDE.id, HOME);
  grid.addPlacement(TIDE.id, SPORT);
  grid.addPublisher(CITY);
}

async function begin(room: Room, isCanary: boolean, sheet = GOOD): Promise<void> {
  await room.model.take('autumn-plan.xlsx', sheet);
  const shown = room.model.dryRun.checked.value;
  if (shown) await room.model.beginSheet(shown, isCanary);
}

const tagOf = () => ({ tag: '<img>', serverId: 'gam' });

interface RunParts {
  isCanary?: boolean;
  isUndo?: boolean;
  sheet?: Blob;
  id?: string;
  room?: Room;
  /** Once it is shown. */
  after?: (room: Room) => unknown;
}

/** Has its file filled in: the one that is held, or another. */
const fillIn =
  (file?: File) =>
  ({ model: { filling, runs } }: Room) => {
    const { run, rows } = runs.open;
    return run.value && filling.fillRun(run.value, rows.value, file);
  };
const TOO_LARGE = new File([new Uint8Array(MAX_FILE_BYTES + 1)], 'autumn-plan.xlsx');

/** A run of 40 new trackers as it stands after `then`. */
function run(
  then: (room: Room) => unknown,
  {
    isCanary = false,
    isUndo = false,
    sheet = GOOD,
    id = 'run-1',
    room = bulkRoom(THERE),
    after = nothing,
  }: RunParts = {},
) {
  const start = async () => {
    await room.model.enter();
    await begin(room, isCanary, sheet);
    await then(room);
    await room.model.runs.open.choose(id);
    await after(room);
  };
  return (
    <Page start={start} class="pb-workspace-main">
      <TryTag.Provider value={nothing}>
        <RunPlace model={room.model} tagOf={tagOf} isUndo={isUndo} onBegun={nothing} />
      </TryTag.Provider>
    </Page>
  );
}

function runs(then: (room: Room) => unknown, room: Room = bulkRoom(THERE)) {
  const start = async () => {
    await room.model.enter();
    await then(room);
    await room.model.runs.load();
  };
  return (
    <Page start={start} class="pb-workspace-main">
      <RunsPlace model={room.model.runs} />
    </Page>
  );
}

const everyFifthFails = ({ at }: { at: number }): RowEnd =>
  at % 5 === 1
    ? {
        kind: 'failed',
        id: null,
        failure: { code: 'invalid-input', detail: 'Name is taken', retryAfterSeconds: null },
      }
    : { kind: 'created', id: 9001 + at, failure: null };

/** Many trackers at once: prepared, checked, run, and taken back. */
export const bulkRooms = statesOf('bulk', {
  'grid-filled': () => place(fillGrid),
  'grid-pattern-wrong': () =>
    place((room) => {
      fillGrid(room);
      room.model.grid.change({ pattern: '{line item} – {site}' });
    }),
  'sheet-refused': () =>
    place(
      check(
        pasted([
          ['Spot', 'Call it'],
          ['Home', 'One'],
        ]),
      ),
    ),
  'dry-run-mixed': () => (
    <Press at={['[aria-label^="Row 9,"]']}>{place(check(MIXED), bulkRoom(THERE))}</Press>
  ),
  'run-held': () => run(({ advance }) => advance('run-1'), { isCanary: true }),
  'run-paused': () =>
    run(
      ({ advance, change }) => {
        advance('run-1', 17);
        change('run-1', {
          state: 'paused',
          failure: { code: 'session-expired', detail: null, retryAfterSeconds: null },
        });
      },
      { room: bulkRoom(THERE, { phase: signal('signed-out'), canWrite: signal(false) }) },
    ),
  'dry-run-filled': () =>
    place(async (room) => {
      await check(MIXED)(room);
      const shown = room.model.dryRun.checked.value;
      const file = room.model.fileNow();
      if (shown && file) await room.model.filling.fillChecked(shown, file.sheet, file);
    }, bulkRoom(THERE)),
  'run-nothing-yet': () => run(nothing),
  'run-going-filled': () =>
    run(({ advance }) => advance('run-1', 17, everyFifthFails), { after: fillIn() }),
  'run-file-again': () =>
    run(({ advance, model }) => {
      advance('run-1', 99, everyFifthFails);
      model.filling.forget();
    }),
  'run-file-other': () =>
    run(({ advance }) => advance('run-1', 99, everyFifthFails), {
      after: fillIn(new File([MIXED], 'winter-plan.xlsx')),
    }),
  'run-file-too-large': () =>
    run(({ advance }) => advance('run-1', 99, everyFifthFails), { after: fillIn(TOO_LARGE) }),
  'run-done': () => run(({ advance }) => advance('run-1', 99, everyFifthFails), { sheet: MIXED }),
  undo: () => run(({ advance }) => advance('run-1'), { isUndo: true, sheet: MIXED }),
  'runs-some': () =>
    runs(async (room) => {
      await begin(room, false);
      room.advance('run-1');
      await begin(room, false, MIXED);
      room.advance('run-2', 1, everyFifthFails);
    }),
});
