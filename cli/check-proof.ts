// Checks the file of a proof: npm run --silent check-proof -- FILE [--digest SHA-256]
import { parseArgs } from 'node:util';

import { checkProof } from '@/lib/proof/check-proof';
import {
  proofDigestWrong,
  proofProblemText,
  proofStateText,
  proofTooLarge,
  proofUsage,
} from '@/lib/text/export/proof';

import { endUnread, failureOf, print, UNREADABLE } from './shared/end';
import { readInput } from './shared/read-input';

/** A proof of a hundred thousand requests has about a third of that. */
const MAX_PROOF_BYTES = 500_000_000;

const EXIT_CODES = { unchanged: 0, undamaged: 0, changed: 2, unreadable: UNREADABLE } as const;

try {
  const { file, digest } = readArguments(process.argv.slice(2));
  if (file === null) endUnread({ code: 'usage', ...proofUsage });
  else if (digest !== null && !/^[0-9a-f]{64}$/i.test(digest)) {
    endUnread({ code: 'digest-wrong', ...proofDigestWrong });
  } else {
    const { bytes } = await readInput(file, MAX_PROOF_BYTES);
    const { problems, ...checked } = await checkProof(bytes, digest);
    print({
      ...checked,
      sentence: proofStateText[checked.state],
      problems: problems.map((code) => ({ code, ...proofProblemText[code] })),
    });
    process.exitCode = EXIT_CODES[checked.state];
  }
} catch (thrown) {
  const failure = failureOf(thrown);
  endUnread(failure.code === 'file-too-large' ? { ...failure, ...proofTooLarge } : failure);
}

/** `file` is `null` where there is not just one, or an option that is unknown or there twice. */
function readArguments(args: string[]): { file: string | null; digest: string | null } {
  try {
    const options = { digest: { type: 'string', multiple: true } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file = null, ...more] = positionals;
    const [digest = null, ...others] = values.digest ?? [];
    const isOne = more.length === 0 && others.length === 0;
    return { file: isOne ? file : null, digest: digest && digest.trim() };
  } catch {
    return { file: null, digest: null };
  }
}
