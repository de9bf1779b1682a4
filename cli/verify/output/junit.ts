import { escapeHtml, visible } from '@/lib/proof/escape';

/** What is said of one case; `null` for nothing wrong. */
interface Wrong {
  /** `failure`: it was looked at and is wrong. `error`: it could not be looked at. */
  readonly kind: 'failure' | 'error';
  readonly code: string;
  readonly message: string;
}

export interface TestCase {
  readonly name: string;
  readonly wrong: Wrong | null;
  /** What is worth a look and fails nothing. */
  readonly notes: readonly string[];
}

/** The cases of one page. */
export interface TestSuite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/**
 * Results as JUnit's XML, as build servers read it: a suite for each page, a case for each tracker. Whatever a page or a
 * person wrote is escaped, and what XML 1.0 (2.2) does not allow is shown by its number.
 */
export function writeJunit(name: string, suites: readonly TestSuite[]): string {
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escaped(name)}" ${counts(all)}>`,
    ...suites.map(suiteXml),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteXml({ name, cases }: TestSuite): string {
  const open = `  <testsuite name="${escaped(name)}" ${counts(cases)}>`;
  return [open, ...cases.map((one) => caseXml(name, one)), '  </testsuite>'].join('\n');
}

function caseXml(suite: string, { name, wrong, notes }: TestCase): string {
  const open = `    <testcase classname="${escaped(suite)}" name="${escaped(name)}"`;
  const inside = [
    ...(wrong
      ? [
          `<${wrong.kind} type="${escaped(wrong.code)}" message="${escaped(wrong.message)}">${escaped(wrong.message)}</${wrong.kind}>`,
        ]
      : []),
    ...(notes.length > 0 ? [`<system-out>${notes.map(escaped).join('\n')}</system-out>`] : []),
  ];
  if (inside.length === 0) return `${open}/>`;
  return [`${open}>`, ...inside.map((line) => `      ${line}`), '    </testcase>'].join('\n');
}

function counts(cases: readonly TestCase[]): string {
  const of = (kind: Wrong['kind']) => cases.filter(({ wrong }) => wrong?.kind === kind).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}"`;
}

function escaped(text: string): string {
  return escapeHtml(
    visible(text).replace(/[\uFFFE\uFFFF]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`),
  );
}
