import path from 'node:path';

import { MAX_HAR_BYTES } from '@/lib/core/base/limits';
import { readHarFile } from '@/lib/core/recording/har-file';
import { HarFileError } from '@/lib/core/recording/har-problem';
import { exportJson } from '@/lib/core/verification/export-json';
import { picturesOf } from '@/lib/core/verification/pictures';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import type { JudgedRecording } from '@/lib/core/verification/recording';
import { recordingOf } from '@/lib/core/verification/recorded-file';
import { sha256 } from '@/lib/files/digest';
import { parseHar } from '@/lib/files/read-har';
import { say } from '@/lib/text/findings';
import { writtenText } from '@/lib/text/command-line/written';

import { CommandError } from '../shared/command-error';
import { readInput } from '../shared/read-input';
import type { HarArguments } from './arguments';
import { knownWith } from './known';
import { exportsOf } from './output/exports';
import { prepareFolder, writeFiles } from './output/write-files';

/**
 * Judges a file by the rules of the extension, over all its pages: `text` is what is printed, as the extension exports
 * it, `said` where more was written. Fails with `CommandError` or `HarFileError`, the latter also where nothing is expected and nothing of ours is there.
 */
export async function verifyHar(
  { har, out, ownHosts }: Pick<HarArguments, 'har' | 'out' | 'ownHosts'>,
  expectedIds: readonly number[],
): Promise<{ judged: JudgedRecording; text: string; said: string }> {
  const folder = out === null ? null : await prepareFolder(out);
  const { name, bytes } = await inputOf(har);
  const file = readHarFile(parseHar(bytes));
  if (file === null) throw new HarFileError('not-har');
  const isEmpty = file.requests.length === 0 && expectedIds.length === 0;
  if (isEmpty) throw new HarFileError('no-requests');
  const now = Date.now();
  const about = {
    id: 'file',
    name: path.basename(name),
    digest: await sha256(bytes),
    readAt: now,
    expectedIds,
  };
  const judged = judgeRecording(recordingOf(file, about), knownWith(ownHosts), 'all');
  const text = exportJson(judged, say, now);
  if (folder === null) return { judged, text, said: '' };
  const { files, proofSha256 } = await exportsOf(judged, picturesOf([], ['from-file'], []), now);
  await writeFiles(folder, files);
  return {
    judged,
    text,
    said: `${writtenText(folder, Object.keys(files), proofSha256)}\
`,
  };
}

async function inputOf(file: string) {
  try {
    return await readInput(file, MAX_HAR_BYTES);
  } catch (error) {
    const isLarge = error instanceof CommandError && error.problem === 'file-too-large';
    throw isLarge ? new HarFileError('too-large') : error;
  }
}
