import { withoutSignIn } from '@/lib/core/recording/without-sign-in';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import type { TrackerVerdict } from '@/lib/core/verification/verdict';
import { say } from '@/lib/text/findings';
import { visitText } from '@/lib/text/visits/visits';

import type { JudgedPage, JudgedRun } from '../judge-visits';
import { type TestCase, type TestSuite, writeJunit } from './junit';
import { problemOf } from './summary';

/**
 * A run as JUnit's XML: on each page a case for each tracker that is expected there, and one for each other that has
 * an error; a warning fails no case and is noted. A page without any has a case for the visit itself.
 */
export function junitOf({ judged, pages }: JudgedRun): string {
  const rowsOn = Map.groupBy(judged.requests, ({ pageView }) => pageView?.id ?? null);
  const suites = pages.map((one): TestSuite => {
    const { outcome } = one;
    const rows = outcome.state === 'visited' ? (rowsOn.get(outcome.visit.pageView.id) ?? []) : [];
    const cases = [...expectedCases(one, judged.names), ...otherCases(one, rows)];
    return {
      name: withoutSignIn(one.page.url),
      cases: cases.length > 0 ? cases : [visitCase(one)],
    };
  });
  return writeJunit(visitText.suite, suites);
}

type Names = ReadonlyMap<number, string>;

const nameOf = (id: number, names: Names) => visitText.tracker(id, names.get(id) ?? null);

function expectedCases(
  { outcome, expectedIds, verdicts }: JudgedPage,
  names: Names,
): readonly TestCase[] {
  const wrong = wrongVisit(outcome);
  if (wrong) return expectedIds.map((id) => ({ name: nameOf(id, names), wrong, notes: [] }));
  return verdicts.map((one) => verdictCase(nameOf(one.trackerId, names), one));
}

function verdictCase(name: string, { verdict, findings }: TrackerVerdict): TestCase {
  const said = findings.map((finding) => textOf(finding));
  if (verdict === 'not-seen') {
    const wrong = { kind: 'failure', code: verdict, message: visitText.notSeen } as const;
    return { name, wrong, notes: [] };
  }
  if (verdict !== 'fail') return { name, wrong: null, notes: said };
  const code = findings.map((finding) => finding.code).join(' ');
  return { name, wrong: { kind: 'failure', code, message: said.join(' ') }, notes: [] };
}

function otherCases({ expectedIds }: JudgedPage, rows: readonly CheckedRequest[]) {
  const expected = new Set<number | null>(expectedIds);
  const others = rows.filter(
    ({ trackerId, findings }) =>
      !expected.has(trackerId) && findings.some(({ severity }) => severity === 'error'),
  );
  return [...Map.groupBy(others, ({ trackerId, request }) => trackerId ?? request.url.id)].map(
    ([id, found]): TestCase => {
      const errors = found.flatMap(({ findings }) =>
        findings.filter(({ severity }) => severity === 'error'),
      );
      const message = [...new Set([visitText.notExpected, ...errors.map(textOf)])].join(' ');
      const code = [...new Set(errors.map((finding) => finding.code))].join(' ');
      const name = visitText.tracker(id ?? '', null);
      return { name, wrong: { kind: 'failure', code, message }, notes: [] };
    },
  );
}

function visitCase({ outcome }: JudgedPage): TestCase {
  return { name: visitText.visit, wrong: wrongVisit(outcome), notes: [] };
}

function wrongVisit(outcome: JudgedPage['outcome']) {
  const problem = problemOf(outcome);
  if (!problem) return null;
  const { code, sentence, next } = problem;
  return { kind: 'error', code, message: `${sentence} ${next}` } as const;
}

function textOf(finding: TrackerVerdict['findings'][number]): string {
  const { sentence, next } = say(finding);
  return `${sentence} ${next}`;
}
