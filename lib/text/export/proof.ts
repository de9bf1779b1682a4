import type { ProofProblem } from '../../core/verification/proof-problem';
import { plural } from '../ui';

/** Words of the file that is sent to others. */
export const proofText = {
  title: 'Verification of impression trackers',
  recorded: (since: string, exported: string) =>
    `Recording began ${since}; this was exported ${exported}.`,
  fromFile: (name: string, sha256: string, entries: number) =>
    `Read from the file ${name} (${plural(entries, 'entry', 'entries')}, SHA-256 ${sha256}).`,
  gap: (from: string, to: string) =>
    `Not recorded from ${from} to ${to}, since DevTools was closed.`,
  expected: 'Expected trackers',
  noneExpected: 'No tracker was expected: what fired is listed below.',
  onAll: 'On all pages together',
  page: (number: number) => `Page ${number}`,
  noAddress: 'Its address is not known',
  requests: 'Requests',
  noRequests: 'No impression tracker fired.',
  columns: {
    tracker: 'Tracker',
    verdict: 'Verdict',
    fired: 'Fired',
    findings: 'Findings',
    time: 'Time (UTC)',
    ended: 'Ended',
  },
  noId: 'No id',
  redirectHop: 'redirect',
  frame: 'in',
  next: 'What to do:',
  how: 'How to check this file',
  howText:
    'Its results, its HAR, its screenshots and what reports counted are embedded, and a manifest with the SHA-256 of each and of what is seen. ' +
    '“npm run check-proof -- FILE” makes what is seen anew from the results, the screenshots and the counts, and compares it. Whether the whole file ' +
    'was made anew only the SHA-256 of the manifest tells, which was shown on export and sent by another way: --digest.',
};

/** Words about a proof in the panel. */
export const proofPanelText = {
  export: 'Export proof',
  exportWhy:
    'One HTML file for a client: verdicts, every request and what to do, screenshots of the page, with the data it was made of.',
  saved: (name: string) => `Saved ${name}.`,
  digest: 'SHA-256 of its manifest:',
  digestWhy: 'Send it separately: with it, check-proof tells whether the file is unchanged.',
  addressesWhy:
    'Addresses of pages are whole in the file but for passwords and OAuth’s tokens, and screenshots show all that was seen: look at both before you send it.',
  copy: 'Copy the SHA-256',
  copied: 'Copied',
  close: 'Close',
};

/** What is wrong with a proof, and what to do. */
export const proofProblemText: Record<
  ProofProblem,
  { readonly sentence: string; readonly next: string }
> = {
  'no-proof': {
    sentence: 'This is no proof of a verification, or its parts are damaged.',
    next: 'Give the HTML file as it was exported, not a copy saved by a browser or printed.',
  },
  'other-version': {
    sentence: 'Another version of Piggyback wrote it: what is seen cannot be made anew here.',
    next: 'Check it with that version.',
  },
  visible: {
    sentence: 'What is seen is not what the results say.',
    next: 'Ask whoever exported it for the file.',
  },
  results: {
    sentence: 'The results were changed after the export.',
    next: 'Ask whoever exported it for the file.',
  },
  har: {
    sentence: 'The HAR was changed after the export.',
    next: 'Ask whoever exported it for the file.',
  },
  counted: {
    sentence: 'What reports counted was changed after the export, added or taken out.',
    next: 'Ask whoever exported it for the file.',
  },
  pictures: {
    sentence: 'The screenshots are not those of the export: one was changed, added or taken out.',
    next: 'Ask whoever exported it for the file.',
  },
  file: {
    sentence: 'Something beside what is seen and its data was changed.',
    next: 'Ask whoever exported it for the file.',
  },
  'line-ends': {
    sentence:
      'Only line ends, or blanks at its beginning or end, are others than those of the export, as mail and editors make them.',
    next: 'Nothing else was changed. For the very file ask whoever exported it for a ZIP or a link.',
  },
  digest: {
    sentence: 'It is not the file whose SHA-256 was given.',
    next: 'Compare the SHA-256 with the one shown on export.',
  },
};

/** What is known of a proof, in one sentence. */
export const proofStateText = {
  unchanged: 'Unchanged: it is the file whose SHA-256 was given.',
  undamaged:
    'Undamaged: it agrees with itself. Whether it was made anew as a whole only the SHA-256 from the export tells (--digest).',
  changed: 'Changed since its export.',
  unreadable: 'It cannot be checked.',
};

/** The file is longer than any proof. */
export const proofTooLarge = {
  sentence: 'The file has over 500 million bytes: it is no proof that Piggyback wrote.',
  next: 'Look whether it is the right file.',
};

const usageText = 'npm run --silent check-proof -- FILE [--digest SHA-256]';

/** How the check is called. */
export const proofUsage = {
  sentence: 'One file is checked at a time, and there is no other option than --digest, once.',
  next: usageText,
};

/** What was given as SHA-256 cannot be one. */
export const proofDigestWrong = {
  sentence: 'What was given as --digest is no SHA-256: that has 64 digits from 0 to 9 and a to f.',
  next: `Copy it once more, as it was shown on export: ${usageText}`,
};
