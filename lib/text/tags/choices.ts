import type { ChoiceFindingCode, TagFinding } from '../../core/rules/tag/finding';
import { type Entry, remark, type TagRemark } from './remark';

const ASK = 'Ask the ad server which macro it replaces, and write it exactly so.';

/** The words of what can be remarked on the choices behind a tag. */
export const CHOICE_WORDS: Record<ChoiceFindingCode, Entry> = {
  'redir-not-last': [
    ({ parameter }) =>
      `${parameter ?? ''} stands behind redir, so it goes to the redirect’s target. redir must be last.`,
    'Put redir at the very end.',
  ],
  'redir-empty': ['The redirect is empty.', 'Leave it out, or give its address.'],
  'redir-encoded': [
    'The redirect is encoded; the service needs it as it is.',
    'Give the address as a browser shows it, with https:// in front.',
  ],
  'redir-encoded-twice': [
    'The redirect holds escapes that were escaped again.',
    'Compare it with the address that its owner gave.',
  ],
  'redir-not-https': ['The redirect does not go to an https address.', 'Give its https address.'],
  'cachebuster-missing': [
    'There is no cachebuster: browsers answer repeats from their cache, and those are not counted.',
    'Give the ad server’s macro for a random number.',
  ],
  'cachebuster-fixed': [
    ({ value }) => `The cachebuster is always “${value ?? ''}”: repeats come from the cache.`,
    'Put the ad server’s macro in its place.',
  ],
  'cachebuster-weak': [
    ({ macro, server }) => `${macro ?? ''} of ${server ?? ''} may give two impressions one value.`,
    'There is no better macro known; expect a small under-count.',
  ],
  'placeholder-left': [
    ({ value }) => `${value ?? ''} is a placeholder from a sample; nobody replaces it here.`,
    'Put the ad server’s macro in its place.',
  ],
  'macro-wrong-server': [
    ({ macro, servers, server }) =>
      `${macro ?? ''} is a macro of ${servers ?? ''}; ${server ?? ''} leaves it as it is.`,
    'Build the tag for the ad server that serves the creative.',
  ],
  'macro-wrong-case': [
    ({ macro, right }) =>
      `${macro ?? ''} is written in the wrong case; only ${right ?? ''} is replaced.`,
    'Write it exactly so.',
  ],
  'macro-mixed': [
    ({ macros }) => `No ad server replaces all of these macros: ${macros ?? ''}.`,
    'Choose the ad server that serves the creative.',
  ],
  'macro-unknown': [
    ({ macro, server }) => `${macro ?? ''} is not among the macros known of ${server ?? ''}.`,
    ASK,
  ],
  'macro-never-expanded': [
    ({ macro }) => `Nothing replaces ${macro ?? ''} here: every call would be the same URL.`,
    'Leave it out, and let the page’s own code add a random number.',
  ],
  'cost-placeholder': [
    ({ value }) =>
      value ? `${value} is a gap, not a cost.` : 'The cost is empty, which is not a number.',
    'Give an amount, or leave the cost out.',
  ],
  'cost-not-a-number': [
    ({ value }) => `“${value ?? ''}” is no plain number such as 0.0025 (six decimals at most).`,
    'Give the amount without currency or comma, or leave the cost out.',
  ],
  'cost-unit': [
    ({ macro, unit }) =>
      `${macro ?? ''} does not give money per impression${unit ? ` (${unit})` : ''}. ancost overrides the payment rules: a CPM is 1,000 times too much.`,
    'Leave the cost out, or confirm that this macro is money per impression.',
  ],
  'cost-high': [
    ({ value }) => `${value ?? ''} for one impression is very high. Is it a CPM?`,
    'Divide a CPM by 1,000.',
  ],
  'html-in-url-field': [
    ({ server }) => `${server || 'This field'} takes a bare URL here, with nothing round it.`,
    'Use the type URL.',
  ],
  'type-not-accepted': [
    ({ server }) => `${server ?? ''} does not take this type of tag.`,
    'Choose another type.',
  ],
  'too-long': [
    ({ length, limit }) => `The URL has ${length ?? ''} characters; ${limit ?? ''} are taken.`,
    'Shorten the redirect.',
  ],
  'breaks-unquoted': [
    ({ character }) =>
      `The URL is written without quotes, and “${character?.trim() || 'a space'}” would end it.`,
    'Leave out the macro or the value that holds it.',
  ],
  'number-appended': [
    ({ server }) =>
      `${server ?? ''} adds a random number to the end where it finds no macro of its own; that would be in the redirect.`,
    'Use its own cachebuster macro.',
  ],
  'escape-eaten': [
    ({ escape }) => `The ad server takes ${escape ?? ''} for a macro. Escapes must be upper case.`,
    'Write them in upper case.',
  ],
  'plain-image-placement': [
    ({ server }) => `Event tags of ${server ?? ''} do not fire with plain image placement tags.`,
    'Check that the placement uses an iframe, JavaScript or pre-fetch tag.',
  ],
  'consent-string-missing': ['gdpr is there without gdpr_consent.', 'Give both, or neither.'],
  'consent-vendor': [
    ({ number, right }) =>
      `The consent macro names vendor ${number ?? ''}; the receiver, Xandr, is vendor ${right ?? ''}.`,
    ({ right }) => `Write ${right ?? ''} in its place.`,
  ],
  'consent-pair': [
    ({ macro }) => `${macro ?? ''} becomes name and value together.`,
    'Leave out the name in front of it.',
  ],
  'consent-old': [
    'us_privacy alone is out of use since January 2024; gpp has replaced it.',
    'Give gpp and gpp_sid where the ad server has them.',
  ],
};

/** What is to be said of a tag that was written here. */
export function choiceRemarks(findings: readonly TagFinding[]): readonly TagRemark[] {
  const words: Partial<Record<string, Entry>> = CHOICE_WORDS;
  return findings.flatMap((finding) => {
    const entry = words[finding.code];
    return entry ? [remark(finding, entry)] : [];
  });
}
