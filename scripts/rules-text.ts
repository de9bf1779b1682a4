import { ENTRIES, type Entry } from '../lib/core/rules/entry';
import { gravityText, ruleKinds } from '../lib/text/rules';

/** The text of docs/rules.md. */
export function rulesPage(): string {
  return [
    '# Rules',
    '',
    'Made by `npm run rules` from `lib/core/rules`: each rule is one file there, with its words and examples.',
    'What stands in ‹ › changes from case to case.',
    ...ruleKinds.flatMap(({ kind, title }) => [
      '',
      `## ${title}`,
      ...ENTRIES.filter((entry) => entry.kind === kind)
        .toSorted((a, b) => a.code.localeCompare(b.code))
        .flatMap(sectionOf),
    ]),
    '',
  ].join('\n');
}

function sectionOf(entry: Entry): string[] {
  const { code, seen, why, next, bad, good, server } = entry;
  return [
    '',
    `### ${code}`,
    '',
    `_${gravityText(entry)}_`,
    '',
    escaped(seen),
    '',
    `Why it matters: ${escaped(why)}`,
    '',
    `What to do: ${escaped(next)}`,
    '',
    '```',
    `wrong  ${bad}`,
    `right  ${good}`,
    ...(server ? [`       (ad server: ${server})`] : []),
    '```',
  ];
}

function escaped(text: string): string {
  return text.replace(/[<>&*_[\]`]/g, (character) => `\\${character}`);
}
