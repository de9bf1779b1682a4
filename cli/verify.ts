// Judges what fired in a HAR file: npm run --silent verify -- --har FILE|- [--expect 531,532]
import { HarFileError } from '@/lib/core/recording/har-problem';
import { commandProblemText } from '@/lib/text/command-line';
import { harProblemText } from '@/lib/text/har-file';

import { CommandError } from './shared/command-error';
import { readArguments } from './verify/arguments';
import { exitCodeOf } from './verify/exit-code';
import { verifyHar } from './verify/verify-har';

const UNREADABLE = 3;

try {
  const { judged, text } = await verifyHar(readArguments(process.argv.slice(2)));
  process.stdout.write(text);
  process.exitCode = exitCodeOf(judged);
} catch (thrown) {
  const error = failureOf(thrown);
  process.stdout.write(`${JSON.stringify({ error }, null, 2)}\n`);
  process.stderr.write(`${error.sentence} ${error.next}\n`);
  process.exitCode = UNREADABLE;
}

function failureOf(thrown: unknown) {
  if (thrown instanceof CommandError) {
    const { sentence, next } = commandProblemText[thrown.problem];
    return { code: thrown.problem, sentence: sentence(thrown.value), next };
  }
  if (thrown instanceof HarFileError) {
    return { code: thrown.problem, ...harProblemText[thrown.problem] };
  }
  throw thrown;
}
