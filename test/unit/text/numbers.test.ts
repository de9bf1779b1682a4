import { expect, it } from 'vitest';

import {
  KEPT_NAMED,
  MAX_CELL_CHARS,
  MAX_CELLS,
  MAX_FILE_BYTES,
  MAX_FILE_ROWS,
  MAX_PICTURE_BYTES,
  MAX_ROWS,
  MAX_TRACKER_ROWS,
  MAX_UNPACKED_BYTES,
} from '@/lib/core/base/limits';
import type { IssueCode } from '@/lib/core/tracker-sheet/issue';
import { CODE_MAX, NAME_MAX } from '@/lib/core/tracker/draft';
import { CELL_LIMIT } from '@/lib/files/xlsx-text';
import { keepingText } from '@/lib/text/pages/keeping';
import { fillProblemText } from '@/lib/text/sheets/fill';
import { fileProblemText } from '@/lib/text/sheets/page';
import { bulkText, trackerFileText } from '@/lib/text/trackers/bulk';
import { draftProblemText } from '@/lib/text/trackers/tracker-form';
import { issueText } from '@/lib/text/trackers/tracker-sheet';
import { formatCount } from '@/lib/text/ui';
import { noPictureText } from '@/lib/text/verification/pictures';

const million = (count: number) => String(count / 1_000_000);
const ofCell = (code: IssueCode) =>
  issueText({ code, column: null, address: '', said: '', candidates: [], rows: [], choice: null })
    .sentence;

it.each([
  ['rows of trackers', bulkText.dropNext, [`${formatCount(MAX_TRACKER_ROWS)} rows`]],
  [
    'a sheet of trackers that is too large',
    trackerFileText('too-large').sentence,
    [`${million(MAX_FILE_BYTES)} MB`, `${formatCount(MAX_TRACKER_ROWS)} rows`],
  ],
  [
    'a tag sheet that is too large',
    fileProblemText['too-large'].sentence,
    [
      `${million(MAX_FILE_BYTES)} MB`,
      `${formatCount(MAX_ROWS)} rows`,
      `${formatCount(MAX_FILE_ROWS)} with the empty ones`,
    ],
  ],
  ...[fileProblemText, { 'too-much': trackerFileText('too-much') }].map(
    (text) =>
      [
        'a file that holds far more than it should',
        text['too-much'].sentence,
        [`${million(MAX_UNPACKED_BYTES)} MB`, `${million(MAX_CELLS)} million cells`],
      ] as const,
  ),
  [
    'a cell',
    fileProblemText['cell-too-long'].sentence,
    [`${formatCount(MAX_CELL_CHARS)} characters`],
  ],
  [
    'a cell that is filled in',
    fillProblemText['too-long']('A1').sentence,
    [`${formatCount(CELL_LIMIT)} characters`],
  ],
  ['a name, typed', draftProblemText['name-too-long'], [`${NAME_MAX} characters`]],
  ['a name, in a sheet', ofCell('name-too-long'), [`${NAME_MAX} characters`]],
  ['a code, typed', draftProblemText['code-too-long'], [`${CODE_MAX} characters`]],
  ['a code, in a sheet', ofCell('code-too-long'), [`${CODE_MAX} characters`]],
  ['what has a name stays', keepingText.lead, [`the newest ${KEPT_NAMED} stay`]],
  ['a screenshot', noPictureText['too-large'].sentence, [`${million(MAX_PICTURE_BYTES)} MB`]],
] as const)('a sentence has the number that holds: %s', (_, sentence, numbers) => {
  for (const number of numbers) expect(sentence).toContain(number);
});
