// Judges what fired in a HAR file, or on pages that it visits: npm run --silent verify -- --har FILE | --pages FILE
import { HarFileError } from '@/lib/core/recording/har-problem';
import { harProblemText } from '@/lib/text/verification/har-file';

import { endUnread, failureOf, print } from './shared/end';
import { readArguments } from './verify/arguments';
import { exitCodeOf } from './verify/exit-code';
import { readExpected } from './verify/lists/read-expected';
import { verifyHar } from './verify/verify-har';

try {
  const args = readArguments(process.argv.slice(2));
  const expected = await readExpected(args.expected);
  if (args.kind === 'har') {
    const { judged, text, said } = await verifyHar(args, expected.ids);
    process.stdout.write(text);
    process.stderr.write(said);
    process.exitCode = exitCodeOf(judged);
  } else {
    // Nobody who judges a file waits for what drives browsers.
    const { verifyPages } = await import('./verify/verify-pages');
    const { answer, exitCode } = await verifyPages(args, expected);
    print(answer);
    process.exitCode = exitCode;
  }
} catch (thrown) {
  endUnread(
    thrown instanceof HarFileError
      ? { code: thrown.problem, ...harProblemText[thrown.problem] }
      : failureOf(thrown),
  );
}
