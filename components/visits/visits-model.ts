import { batch, computed, signal } from '@preact/signals';

import { createAttempt } from '@/components/stores/attempt';
import { createDraft } from '@/components/stores/draft';
import { createTurns } from '@/components/stores/turns';
import { toFailure } from '@/lib/core/base/errors';
import { z } from '@/lib/core/base/schema';
import { type FileProblem, SheetFileError } from '@/lib/core/table/file-problem';
import { VISITS_KEY } from '@/lib/core/tracker/draft-key';
import { readIds } from '@/lib/core/tracker/read-ids';
import type { PageList } from '@/lib/core/verification/page-list';
import { VISIT_SECONDS, type VisitOrder } from '@/lib/core/verification/visited';

import type { VisitsActions } from './visits-actions';

const MAX_TYPED = 2_000_000;
const typed = z.string().check(z.maxLength(MAX_TYPED));
const DraftSchema = z.object({ text: typed, expected: typed, seconds: typed });

/** A list as it was read; `problem` where it could not be. */
type ReadList =
  | { readonly step: 'reading' }
  | { readonly step: 'read'; readonly list: PageList }
  | { readonly step: 'refused'; readonly problem: FileProblem };

export type VisitsModel = ReturnType<typeof createVisitsModel>;

/** What is typed or dropped to have pages visited, and what is done with a run. */
export function createVisitsModel(actions: VisitsActions) {
  const attempt = createAttempt();
  const { failure } = attempt;
  const text = signal('');
  const expected = signal('');
  const seconds = signal(String(VISIT_SECONDS.usual));
  /** The file that was added instead of what is typed; `null` where none was. */
  const fileName = signal<string | null>(null);
  const read = signal<ReadList | null>(null);
  /** How many files that were dropped with the last one were not taken. */
  const others = signal(0);
  const isStarting = signal(false);
  /** The browser has said no. */
  const isRefused = signal(false);
  const draft = createDraft(actions, VISITS_KEY, DraftSchema);
  const takeTurn = createTurns();
  let working = new AbortController();
  let opened: Promise<void> | null = null;

  const everywhereIds = computed(() => {
    const ids = readIds(expected.value);
    const isRead = ids.every((id) => id > 0) && (ids.length > 0 || expected.value.trim() === '');
    return isRead ? ids : null;
  });
  const limitSeconds = computed(() => {
    const value = /^\s*\d{1,3}\s*$/.test(seconds.value) ? Number(seconds.value) : 0;
    return value >= VISIT_SECONDS.least && value <= VISIT_SECONDS.most ? value : null;
  });
  /** What would be begun; `null` where something is missing or wrong. */
  const order = computed((): VisitOrder | null => {
    const list = read.value?.step === 'read' ? read.value.list : null;
    const [ids, limit] = [everywhereIds.value, limitSeconds.value];
    const isWhole = list !== null && list.pages.length > 0 && !list.isTooLong;
    if (!isWhole || ids === null || limit === null) return null;
    const pages = list.pages.map(({ url, ownIds }) => ({ url, ownIds: [...ownIds] }));
    return { pages, everywhereIds: [...ids], limitSeconds: limit };
  });

  async function readAnew(file: Blob | null): Promise<void> {
    const isLast = takeTurn();
    working.abort();
    working = new AbortController();
    if (file === null) {
      read.value = null;
      return;
    }
    // What was read before stays until there is something else to say.
    if (read.value === null) read.value = { step: 'reading' };
    let next: ReadList;
    try {
      next = { step: 'read', list: await actions.readList(file, working.signal) };
    } catch (error) {
      if (!isLast()) return;
      if (!(error instanceof SheetFileError)) attempt.fail(error);
      const problem = error instanceof SheetFileError ? error.problem : 'unreadable';
      next = { step: 'refused', problem };
    }
    if (isLast()) read.value = next;
  }

  const readTyped = () => readAnew(text.value.trim() === '' ? null : new Blob([text.value]));

  function keep(): void {
    const value = { text: text.value, expected: expected.value, seconds: seconds.value };
    void attempt.run(() => draft.write(value));
  }

  return {
    text,
    expected,
    seconds,
    fileName,
    read,
    others,
    failure,
    isStarting,
    isRefused,
    everywhereIds,
    limitSeconds,
    order,
    /** Takes up what was typed before, once. */
    open(): Promise<void> {
      opened ??= attempt.run(async () => {
        const kept = await draft.read();
        if (!kept || text.value !== '') return;
        batch(() => {
          text.value = kept.text;
          expected.value = kept.expected;
          seconds.value = kept.seconds;
        });
        await readTyped();
      });
      return opened;
    },
    type(next: string): void {
      text.value = next.slice(0, MAX_TYPED);
      keep();
      void readTyped();
    },
    expect(next: string): void {
      expected.value = next.slice(0, MAX_TYPED);
      keep();
    },
    limit(next: string): void {
      seconds.value = next;
      keep();
    },
    take(file: File, left = 0): void {
      batch(() => {
        others.value = left;
        fileName.value = file.name;
        read.value = null;
      });
      void readAnew(file);
    },
    /** What is typed counts again. */
    leaveFile(): void {
      batch(() => {
        others.value = 0;
        fileName.value = null;
        read.value = null;
      });
      void readTyped();
    },
    /** Asks for access and begins. In the person's own click. Gives the id of the verification, `null` where nothing began. */
    async start(): Promise<string | null> {
      const wanted = order.value;
      if (wanted === null || isStarting.value) return null;
      attempt.begin();
      isStarting.value = true;
      const asked = actions.ask();
      let id: string | null = null;
      await attempt.run(async () => {
        isRefused.value = !(await asked);
        if (!isRefused.value) id = await actions.start(wanted);
      });
      isStarting.value = false;
      return id;
    },
    /** The run that is shown. */
    run: createRun(actions),
  };
}

/** What a person says to a run; what failed last is said. */
function createRun(actions: VisitsActions) {
  const failure = signal<ReturnType<typeof toFailure> | null>(null);
  async function tell(step: () => Promise<void>): Promise<void> {
    failure.value = null;
    try {
      await step();
    } catch (error) {
      failure.value = toFailure(error);
    }
  }
  return {
    failure,
    pause: (id: string) => tell(() => actions.pause(id)),
    stop: (id: string) => tell(() => actions.stop(id)),
    /** In the person's own click: access may have been taken back. */
    goOn(id: string): Promise<void> {
      const asked = actions.ask();
      return tell(async () => {
        await asked;
        await actions.goOn(id);
      });
    },
    /** A run that should go on and whose worker was stopped is seen to. */
    seeTo: (id: string) => void actions.goOn(id).catch(() => {}),
  };
}
