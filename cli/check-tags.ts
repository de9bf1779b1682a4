// Checks the tags in a file: npm run --silent check-tags -- [--server ID] [--field url] [--expect ID] FILE|-
import { SheetFileError } from '@/lib/core/table/file-problem';
import { commandProblemText } from '@/lib/text/command-line';
import { fileProblemText } from '@/lib/text/sheets/page';

import { readArguments } from './check-tags/arguments';
import { checkInput } from './check-tags/check-input';
import { CommandError } from './shared/command-error';
import { readInput } from './shared/read-input';
import { exitCodeOf, type FailureReport } from './check-tags/report';

const UNREADABLE = 3;

try {
  const place = readArguments(process.argv.slice(2));
  const report = checkInput(await readInput(place.file), place);
  print(report);
  process.exitCode = exitCodeOf(report);
} catch (thrown) {
  const { error } = failureOf(thrown);
  print({ error });
  process.stderr.write(`${error.sentence} ${error.next}\n`);
  process.exitCode = UNREADABLE;
}

function print(report: object): void {
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}

function failureOf(thrown: unknown): FailureReport {
  if (thrown instanceof CommandError) {
    const { sentence, next } = commandProblemText[thrown.problem];
    return { error: { code: thrown.problem, sentence: sentence(thrown.value), next } };
  }
  if (thrown instanceof SheetFileError) {
    return { error: { code: thrown.problem, ...fileProblemText[thrown.problem] } };
  }
  throw thrown;
}
