import type { ShownView } from '../../core/verification/results';
import type { Change } from '../../core/verification/baseline';
import { isSameDocument } from '../../core/recording/page-views';
import { hasPage, type Visit } from '../../core/recording/visit';
import { utcMoment } from './not-known';
import { plural } from '../ui';
import { visitText } from '../visits/visit-pages';

/** Words of a verification as a named set, and of the pages of a list, in what is exported. */
export const runExportText = {
  baseline: 'Since the baseline',
  page: 'Page',
  change: 'Change',
  findings: 'Findings',
  newFindings: (codes: readonly string[]) => `New: ${codes.join(', ')}`,
  goneFindings: (codes: readonly string[]) => `Gone: ${codes.join(', ')}`,
  noted: 'Note:',
  neverShown: 'never shown',
  noneHere: 'No tracker is expected on this page.',
  notCome: 'This page did not come: what fires there is not known.',
  stopped: (at: string) => `Stopped ${utcMoment(at)}: what began later is not in here.`,
};

type Baseline = {
  readonly acceptedAt: string;
  readonly changes: readonly Change[];
  readonly notVisited: readonly string[];
};

/** How many changes there are since the baseline, and what of it was not looked at, a sentence each. */
function sinceBaselineNotes({ acceptedAt, changes, notVisited }: Baseline): readonly string[] {
  const of = `since the baseline that was accepted ${utcMoment(acceptedAt)}`;
  const left = notVisited.length;
  return [
    changes.length === 0
      ? `Nothing has changed ${of}.`
      : `${plural(changes.length, 'change', 'changes')} ${of}.`,
    ...(left === 0
      ? []
      : [
          `${plural(left, 'page', 'pages')} of the baseline ${left === 1 ? 'was' : 'were'} not visited in this run: nothing is said of ${left === 1 ? 'it' : 'them'}.`,
        ]),
  ];
}

/** How the visit of a page of a list ended, and whether its address led elsewhere; `null` where it was no visit. */
export function visitedText({ url, visit }: Pick<ShownView, 'url' | 'visit'>): string | null {
  if (!visit) return null;
  const { asked } = visit;
  const isElsewhere = asked !== null && hasPage(visit) && !isSameDocument(url, asked);
  const words = visitText(visit);
  return `${isElsewhere ? `${words}; the list has it as ${asked}` : words}.`;
}

/** Why no tracker is said anything of on a page. */
export function noneHereText({ visit }: { readonly visit?: Pick<Visit, 'end'> }): string {
  return visit && !hasPage(visit) ? runExportText.notCome : runExportText.noneHere;
}

/** Until when it recorded, and how much is other than accepted. */
export function runNotes({
  stoppedAt,
  baseline,
}: {
  readonly stoppedAt?: string;
  readonly baseline?: Baseline;
}): readonly string[] {
  return [
    ...(stoppedAt === undefined ? [] : [runExportText.stopped(stoppedAt)]),
    ...(baseline ? sinceBaselineNotes(baseline) : []),
  ];
}
