import type { TagFinding, TagFindingCode } from '../core/tag/finding';

/** A finding in words: what is wrong and why it matters, and what to do. */
export interface TagFindingText {
  readonly sentence: string;
  readonly next: string;
}

type Values = TagFinding['values'];
type Entry = readonly [sentence: string | ((values: Values) => string), next: string];

const REBUILD = 'Press Fix, or build the tag anew.';
const ASK = 'Ask the ad server which macro it replaces, and write it exactly so.';

const TABLE: Record<TagFindingCode, Entry> = {
  'doubled-quotes': [
    'The quotes are doubled, as in a whole cell copied from Excel: a browser would find no URL.',
    'Press Fix. Next time copy from the formula bar.',
  ],
  'smart-quotes': [
    'There are curly quotes in it, as Word and Outlook make them: to a browser they are no quotes.',
    'Press Fix. Next time paste through a plain text editor.',
  ],
  'invisible-characters': [
    'There are invisible characters in it (a space that does not break, a zero-width space).',
    'Press Fix.',
  ],
  'address-incomplete': [
    ({ text }) =>
      `“${text ?? ''}” has no host: the page’s own server would be asked. Old documentation has it so.`,
    REBUILD,
  ],
  'address-old-host': [
    ({ host, expected }) =>
      `The host ${host ?? ''} is a slip of old documentation; the service is at ${expected ?? ''}.`,
    REBUILD,
  ],
  'host-unexpected': [
    ({ host, expected }) => `The host is ${host ?? ''}; trackers are counted at ${expected ?? ''}.`,
    'Keep it only if somebody set this host up for you on purpose.',
  ],
  'not-https': ['It is not called by https: secure pages block it.', REBUILD],
  'macro-in-address': [
    ({ macro }) => `The macro ${macro ?? ''} stands in the host or path, where none belongs.`,
    'Build the tag anew.',
  ],
  'tracker-id-bad': [
    ({ id }) => (id ? `The id “${id}” is not a number.` : 'There is no tracker id.'),
    'Copy the tag of the right tracker again.',
  ],
  'tracker-other': [
    ({ id, expected }) => `This is tracker ${id ?? ''}, but ${expected ?? ''} belongs here.`,
    'Check which line the tag was copied from.',
  ],
  'type-missing': [
    ({ wanted }) =>
      wanted
        ? `t is missing; here it must be t=${wanted}.`
        : 't is missing: 1 JavaScript, 2 image.',
    REBUILD,
  ],
  'type-bad': [({ t }) => `t=${t ?? ''} does not exist: 1 is JavaScript, 2 an image.`, REBUILD],
  'type-mismatch': [
    ({ t, wanted }) =>
      `t=${t ?? ''} does not fit what loads it, which needs t=${wanted ?? ''}: the answer would be of the other kind.`,
    REBUILD,
  ],
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
    REBUILD,
  ],
  'macro-mixed': [
    ({ macros }) => `No ad server replaces all of these macros: ${macros ?? ''}.`,
    'Choose the ad server that serves the creative.',
  ],
  'macro-unknown': [
    ({ macro, server }) => `${macro ?? ''} is not among the macros known of ${server ?? ''}.`,
    ASK,
  ],
  'macro-encoded': [
    ({ macro }) => `The macro ${macro ?? ''} is percent-encoded: the ad server will not see it.`,
    REBUILD,
  ],
  'macro-never-expanded': [
    ({ macro }) => `Nothing replaces ${macro ?? ''} here: every call would be the same URL.`,
    'Leave it out, and let the page’s own code add a random number.',
  ],
  'cost-placeholder': [
    ({ value }) =>
      value ? `${value} is a gap, not a cost.` : 'The cost is empty, which is not a number.',
    'Press Fix to leave the cost out.',
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
  'query-malformed': ['The parameters are not joined by one ? and single &.', REBUILD],
  'parameter-twice': [
    ({ parameter }) => `${parameter ?? ''} is there twice.`,
    'Keep the one that is meant.',
  ],
  'white-space': [
    'There is white space in the URL; everything behind it may be lost.',
    'Join the line again, or build the tag anew.',
  ],
  fragment: ['Everything behind # is never sent.', REBUILD],
  'redir-not-last': [
    ({ parameter }) =>
      `${parameter ?? ''} stands behind redir, so it goes to the redirect’s target. redir must be last.`,
    REBUILD,
  ],
  'redir-empty': ['The redirect is empty.', 'Press Fix to leave it out.'],
  'redir-encoded': [
    'The redirect is encoded; the service needs it as it is, at the very end.',
    REBUILD,
  ],
  'redir-encoded-twice': ['The redirect holds escapes that were escaped again.', REBUILD],
  'redir-not-https': ['The redirect does not go to an https address.', 'Give its https address.'],
  'ampersand-escaped': [
    '&amp; stands in a bare URL: every parameter behind the first is lost.',
    REBUILD,
  ],
  'ampersand-escaped-twice': ['& was escaped twice.', REBUILD],
  'html-in-url-field': [
    ({ server }) => `${server || 'This field'} takes a URL here and no HTML.`,
    'Use the type URL.',
  ],
  'type-not-accepted': [
    ({ server }) => `${server ?? ''} does not take this type of tag.`,
    'Choose another type.',
  ],
  'in-comment': ['The tag is commented out: nothing will call it.', 'Take the comment away.'],
  'in-noscript': [
    'The tag stands only in <noscript>: browsers with JavaScript never call it.',
    'Move it out.',
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
    REBUILD,
  ],
  'plain-image-placement': [
    ({ server }) => `Event tags of ${server ?? ''} do not fire with plain image placement tags.`,
    'Check that the placement uses an iframe, JavaScript or pre-fetch tag.',
  ],
  'consent-string-missing': ['gdpr is there without gdpr_consent.', 'Give both, or neither.'],
  'consent-vendor': [
    ({ number, right }) =>
      `The consent macro names vendor ${number ?? ''}; the receiver, Xandr, is vendor ${right ?? ''}.`,
    REBUILD,
  ],
  'consent-pair': [
    ({ macro }) => `${macro ?? ''} becomes name and value together.`,
    'Press Fix to leave out the name.',
  ],
  'consent-old': [
    'us_privacy alone is out of use since January 2024; gpp has replaced it.',
    'Give gpp and gpp_sid where the ad server has them.',
  ],
  'tag-twice': [
    ({ id }) => `Tracker ${id ?? ''} is here twice: each impression counts twice.`,
    'Take one away.',
  ],
  'click-tracker': [
    'There is a click tracker here. It counts clicks and is left alone.',
    'It belongs in the click field.',
  ],
};

/** A finding on a tag in words. */
export function tagFindingText({ code, values }: TagFinding): TagFindingText {
  const [sentence, next] = TABLE[code];
  return { sentence: typeof sentence === 'string' ? sentence : sentence(values), next };
}
