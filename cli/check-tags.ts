// Checks the tags in a file: npm run --silent check-tags -- [--server ID] [--field url] [--expect ID] FILE|-
import { SheetFileError } from '@/lib/core/table/file-problem';
import { fileProblemText } from '@/lib/text/sheets/page';

import { readArguments } from './check-tags/arguments';
import { checkInput } from './check-tags/check-input';
import { endUnread, failureOf, print } from './shared/end';
import { readInput } from './shared/read-input';
import { exitCodeOf } from './check-tags/report';

try {
  const place = readArguments(process.argv.slice(2));
  const report = checkInput(await readInput(place.file), place);
  print(report);
  process.exitCode = exitCodeOf(report);
} catch (thrown) {
  endUnread(
    thrown instanceof SheetFileError
      ? { code: thrown.problem, ...fileProblemText[thrown.problem] }
      : failureOf(thrown),
  );
}
