// Judges what fired in a HAR file: npm run --silent verify -- --har FILE|- [--expect 531,532]
import { HarFileError } from '@/lib/core/recording/har-problem';
import { harProblemText } from '@/lib/text/har-file';

import { endUnread, failureOf } from './shared/end';
import { readArguments } from './verify/arguments';
import { exitCodeOf } from './verify/exit-code';
import { verifyHar } from './verify/verify-har';

try {
  const { judged, text } = await verifyHar(readArguments(process.argv.slice(2)));
  process.stdout.write(text);
  process.exitCode = exitCodeOf(judged);
} catch (thrown) {
  endUnread(
    thrown instanceof HarFileError
      ? { code: thrown.problem, ...harProblemText[thrown.problem] }
      : failureOf(thrown),
  );
}
