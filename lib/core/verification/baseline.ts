import { z } from '../base/schema';
import { type Verdict, VERDICTS } from './verdict-kinds';

/** What is said of a tracker on a page; `not-judged` where the page was not visited. */
export type State = Verdict | 'not-judged';

/** What of a run is compared with another. */
export interface ComparedRun {
  readonly pages: readonly ComparedPage[];
}

/** A page of a run: what is said of trackers on it, and of which nothing can be. */
export interface ComparedPage {
  readonly url: string;
  readonly expected: readonly {
    readonly trackerId: number;
    readonly verdict: Verdict;
    readonly findings: readonly { readonly code: string }[];
  }[];
  readonly notJudged: readonly number[];
}

/** What of a page is read again, whoever wrote it. */
export const ComparedPageSchema = z.object({
  url: z.string(),
  expected: z.array(
    z.object({
      trackerId: z.number(),
      verdict: z.enum(VERDICTS),
      findings: z.array(z.object({ code: z.string() })),
    }),
  ),
  notJudged: z.array(z.number()),
});

/** A tracker on a page of which something else is said than before; `null` where it was not expected. */
export interface Change {
  readonly url: string;
  readonly trackerId: number;
  readonly before: State | null;
  readonly after: State | null;
  /** Codes of findings that are new, and of those that are gone. */
  readonly newFindings: readonly string[];
  readonly goneFindings: readonly string[];
  readonly isWorse: boolean;
}

/** What has changed since an earlier run, tracker by tracker and page by page; nothing where all is as it was. */
export function compareRuns(before: ComparedRun, after: ComparedRun): readonly Change[] {
  const [was, is] = [statesOf(before), statesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [one, other] = [was.get(name), is.get(name)];
    const { url, trackerId } = one ?? other ?? { url: '', trackerId: 0 };
    const newFindings = without(other?.codes, one?.codes);
    const goneFindings = without(one?.codes, other?.codes);
    const [from, to] = [one?.state ?? null, other?.state ?? null];
    const isAsBefore = from === to || (isGood(from) && isGood(to));
    if (isAsBefore && newFindings.length + goneFindings.length === 0) return [];
    const isWorse = rank(to) > rank(from) || (isAsBefore && newFindings.length > 0);
    return [{ url, trackerId, before: from, after: to, newFindings, goneFindings, isWorse }];
  });
}

interface Said {
  readonly url: string;
  readonly trackerId: number;
  readonly state: State;
  readonly codes: ReadonlySet<string>;
}

function statesOf({ pages }: ComparedRun): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  for (const { url, expected, notJudged } of pages) {
    for (const { trackerId, verdict, findings } of expected) {
      const codes = new Set(findings.map(({ code }) => code));
      said.set(`${trackerId} ${url}`, { url, trackerId, state: verdict, codes });
    }
    for (const trackerId of notJudged) {
      said.set(`${trackerId} ${url}`, { url, trackerId, state: 'not-judged', codes: new Set() });
    }
  }
  return said;
}

function without(codes: ReadonlySet<string> = new Set(), others: ReadonlySet<string> = new Set()) {
  return [...codes].filter((code) => !others.has(code));
}

// Whether somebody counted it is a matter of the run, not of the tag.
function isGood(state: State | null): boolean {
  return state === 'pass' || state === 'rehearsed';
}

// What was not expected before is as good as a pass: whatever is wrong with it is new.
function rank(state: State | null): number {
  if (state === null || isGood(state)) return 0;
  return state === 'warning' ? 1 : 2;
}
