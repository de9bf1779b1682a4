import { addressIncomplete } from './address/address-incomplete';
import { addressOther } from './address/address-other';
import { ampersandLeft } from './address/ampersand-left';
import { backslash } from './address/backslash';
import { cachebusterFixed } from './address/cachebuster-fixed';
import { cachebusterMacro } from './address/cachebuster-macro';
import { cachebusterMissing } from './address/cachebuster-missing';
import { cachebusterWeak } from './address/cachebuster-weak';
import { consentOld } from './address/consent-old';
import { consentPair } from './address/consent-pair';
import { consentStringMissing } from './address/consent-string-missing';
import { consentVendor } from './address/consent-vendor';
import { costHigh } from './address/cost-high';
import { costMacro } from './address/cost-macro';
import { costNotANumber } from './address/cost-not-a-number';
import { costOtherUnit } from './address/cost-other-unit';
import { costPlaceholder } from './address/cost-placeholder';
import { costUnit } from './address/cost-unit';
import { entityLeft } from './address/entity-left';
import { fragment } from './address/fragment';
import { hostComputed } from './address/host-computed';
import { hostTypo } from './address/host-typo';
import { hostUnexpected } from './address/host-unexpected';
import { invisibleEscaped } from './address/invisible-escaped';
import { macroEncoded } from './address/macro-encoded';
import { macroInAddress } from './address/macro-in-address';
import { macroLegacy } from './address/macro-legacy';
import { macroMixed } from './address/macro-mixed';
import { macroNeverExpanded } from './address/macro-never-expanded';
import { macroUnknown } from './address/macro-unknown';
import { macroWrongCase } from './address/macro-wrong-case';
import { macroWrongServer } from './address/macro-wrong-server';
import { markupLeft } from './address/markup-left';
import { noValue } from './address/no-value';
import { notHttps } from './address/not-https';
import { parameterCase } from './address/parameter-case';
import { parameterCut } from './address/parameter-cut';
import { parameterMacro } from './address/parameter-macro';
import { parameterTwice } from './address/parameter-twice';
import { placeholderLeft } from './address/placeholder-left';
import { queryMalformed } from './address/query-malformed';
import { quotesLeft } from './address/quotes-left';
import { redirEmpty } from './address/redir-empty';
import { redirEncoded } from './address/redir-encoded';
import { redirEncodedTwice } from './address/redir-encoded-twice';
import { redirNotHttps } from './address/redir-not-https';
import { redirNotLast } from './address/redir-not-last';
import { schemeTwice } from './address/scheme-twice';
import { spaceLeft } from './address/space-left';
import { trackerIdBad } from './address/tracker-id-bad';
import { trackerOther } from './address/tracker-other';
import { typeBad } from './address/type-bad';
import { typeMismatch } from './address/type-mismatch';
import { typeMissing } from './address/type-missing';
import { whiteSpace } from './address/white-space';
import { pageAsText } from './page/page-as-text';
import { firedFewer } from './expected/fired-fewer';
import { pageAskedFor } from './page/page-asked-for';
import { pageBeforeRecording } from './page/page-before-recording';
import { pageInComment } from './page/page-in-comment';
import { pageInLink } from './page/page-in-link';
import { pageInNoscript } from './page/page-in-noscript';
import { pageInScript } from './page/page-in-script';
import { pageInSrcdoc } from './page/page-in-srcdoc';
import { pageInStyle } from './page/page-in-style';
import { pageInTemplate } from './page/page-in-template';
import { pageLazy } from './page/page-lazy';
import { pageLoadedUnrecorded } from './page/page-loaded-unrecorded';
import { pageNeverRequested } from './page/page-never-requested';
import { pageNotLoaded } from './page/page-not-loaded';
import { pageNotRequested } from './page/page-not-requested';
import { pageScriptInert } from './page/page-script-inert';
import { pageScriptOpen } from './page/page-script-open';
import { pageScriptUnclosed } from './page/page-script-unclosed';
import { aborted } from './request/aborted';
import { endUnheard } from './request/end-unheard';
import { blockedByBrowser } from './request/blocked-by-browser';
import { blockedByExtension } from './request/blocked-by-extension';
import { blockedByPage } from './request/blocked-by-page';
import { bounceFailed } from './request/bounce-failed';
import { cachebusterAlike } from './request/cachebuster-alike';
import { cachebusterCounter } from './request/cachebuster-counter';
import { cachebusterDate } from './request/cachebuster-date';
import { cachebusterRepeated } from './request/cachebuster-repeated';
import { cachebusterShared } from './request/cachebuster-shared';
import { connectionRefused } from './request/connection-refused';
import { costOverrides } from './request/cost-overrides';
import { firedAcrossFrames } from './request/fired-across-frames';
import { firedAgain } from './request/fired-again';
import { firedMore } from './request/fired-more';
import { fromCache } from './request/from-cache';
import { hostNotFound } from './request/host-not-found';
import { httpError } from './request/http-error';
import { httpUpgraded } from './request/http-upgraded';
import { mixedContent } from './request/mixed-content';
import { networkError } from './request/network-error';
import { neverShown } from './request/never-shown';
import { noAnswer } from './request/no-answer';
import { pending } from './request/pending';
import { redirCut } from './request/redir-cut';
import { redirElsewhere } from './request/redir-elsewhere';
import { redirNotFollowed } from './request/redir-not-followed';
import { redirectChain } from './request/redirect-chain';
import { redirectLoop } from './request/redirect-loop';
import { redirectStopped } from './request/redirect-stopped';
import { rehearsed } from './request/rehearsed';
import { timedOut } from './request/timed-out';
import { tlsFailed } from './request/tls-failed';
import { trackerInactive } from './request/tracker-inactive';
import { trackerAbsent } from './request/tracker-absent';
import { trackerUnknown } from './request/tracker-unknown';
import { trackingProtection } from './request/tracking-protection';
import { tabUnsure } from './request/tab-unsure';
import { workerAnswered } from './request/worker-answered';
import type { AddressRule, ExpectedRule, PageRule, RequestRule, TagRule, TextRule } from './rule';
import { adServerUnknown } from './sheet/ad-server-unknown';
import { cellsDiffer } from './sheet/cells-differ';
import { formNotTaken } from './sheet/form-not-taken';
import { noTag } from './sheet/no-tag';
import { rowTrackerInactive } from './sheet/row-tracker-inactive';
import { rowWithoutTag } from './sheet/row-without-tag';
import { severalTags } from './sheet/several-tags';
import { tagCutOff } from './sheet/tag-cut-off';
import { tagEdited } from './sheet/tag-edited';
import { tagMissing } from './sheet/tag-missing';
import { tagUnreadable } from './sheet/tag-unreadable';
import { trackerIdMissing } from './sheet/tracker-id-missing';
import { trackerIdUnreadable } from './sheet/tracker-id-unreadable';
import { wrongForm } from './sheet/wrong-form';
import { adServerRetired } from './tag/ad-server-retired';
import { ampersandEscaped } from './tag/ampersand-escaped';
import { ampersandEscapedTwice } from './tag/ampersand-escaped-twice';
import { ampersandRaw } from './tag/ampersand-raw';
import { attributeTwice } from './tag/attribute-twice';
import { auctionNotice } from './tag/auction-notice';
import { breaksUnquoted } from './tag/breaks-unquoted';
import { cutOff } from './tag/cut-off';
import { endInDoubt } from './tag/end-in-doubt';
import { escapeEaten } from './tag/escape-eaten';
import { htmlInUrlField } from './tag/html-in-url-field';
import { impressionAddresses } from './tag/impression-addresses';
import { impressionHtml } from './tag/impression-html';
import { impressionText } from './tag/impression-text';
import { inComment } from './tag/in-comment';
import { inLink } from './tag/in-link';
import { inTemplate } from './tag/in-template';
import { lazyImage } from './tag/lazy-image';
import { linkHint } from './tag/link-hint';
import { mediaElement } from './tag/media-element';
import { moreThanUrl } from './tag/more-than-url';
import { navigates } from './tag/navigates';
import { neverRequested } from './tag/never-requested';
import { notLoaded } from './tag/not-loaded';
import { numberAppended } from './tag/number-appended';
import { plainImagePlacement } from './tag/plain-image-placement';
import { scriptInert } from './tag/script-inert';
import { scriptOpen } from './tag/script-open';
import { shownAsText } from './tag/shown-as-text';
import { tooLong } from './tag/too-long';
import { typeNotAccepted } from './tag/type-not-accepted';
import { vastElement } from './tag/vast-element';
import { vastEvent } from './tag/vast-event';
import { brokenLines } from './text/broken-lines';
import { brokenByMarkup } from './text/broken-by-markup';
import { clickTracker } from './text/click-tracker';
import { doubledQuotes } from './text/doubled-quotes';
import { escapedHtml } from './text/escaped-html';
import { escapedString } from './text/escaped-string';
import { fullWidth } from './text/full-width';
import { inNoscript } from './text/in-noscript';
import { invisibleCharacters } from './text/invisible-characters';
import { markdownEscapes } from './text/markdown-escapes';
import { percentEncoded } from './text/percent-encoded';
import { quotedPrintable } from './text/quoted-printable';
import { smartQuotes } from './text/smart-quotes';
import { tagTwice } from './text/tag-twice';
import { textTooLong } from './text/text-too-long';
import { wrappedLink } from './text/wrapped-link';

/** What holds of a pixel's address, in a tag, a cell and on the wire alike. */
export const ADDRESS_RULES: readonly AddressRule[] = [
  macroInAddress,
  addressIncomplete,
  hostComputed,
  schemeTwice,
  hostTypo,
  hostUnexpected,
  notHttps,
  addressOther,
  ampersandLeft,
  queryMalformed,
  parameterCase,
  parameterCut,
  parameterTwice,
  whiteSpace,
  spaceLeft,
  quotesLeft,
  markupLeft,
  backslash,
  invisibleEscaped,
  fragment,
  redirEmpty,
  redirNotLast,
  redirEncoded,
  redirEncodedTwice,
  redirNotHttps,
  trackerIdBad,
  trackerOther,
  typeMissing,
  typeBad,
  typeMismatch,
  cachebusterMissing,
  cachebusterWeak,
  placeholderLeft,
  cachebusterFixed,
  cachebusterMacro,
  entityLeft,
  macroNeverExpanded,
  macroWrongCase,
  macroUnknown,
  macroWrongServer,
  macroMixed,
  macroLegacy,
  macroEncoded,
  costPlaceholder,
  costNotANumber,
  costMacro,
  costUnit,
  costHigh,
  costOtherUnit,
  parameterMacro,
  noValue,
  consentStringMissing,
  consentVendor,
  consentPair,
  consentOld,
];

const AMPERSAND_RULES: readonly TagRule[] = [ampersandEscaped, ampersandEscapedTwice, ampersandRaw];
const PLACE_RULES: readonly TagRule[] = [
  htmlInUrlField,
  typeNotAccepted,
  tooLong,
  escapeEaten,
  breaksUnquoted,
  numberAppended,
  plainImagePlacement,
  adServerRetired,
  inComment,
  shownAsText,
  cutOff,
  endInDoubt,
  inLink,
  navigates,
  vastElement,
  vastEvent,
  auctionNotice,
  moreThanUrl,
  impressionHtml,
  impressionAddresses,
  impressionText,
  scriptOpen,
  scriptInert,
  attributeTwice,
  notLoaded,
  neverRequested,
  linkHint,
  mediaElement,
  lazyImage,
  inTemplate,
];

/**
 * Every rule for a tag in a text, in the order in which findings are shown and mended: what is found
 * in the wrong place is put right before what is missing is added.
 */
export const TAG_RULES: readonly (AddressRule | TagRule)[] = [
  ...AMPERSAND_RULES,
  ...ADDRESS_RULES,
  ...PLACE_RULES,
];

/** What is said of a whole text. */
export const TEXT_RULES: readonly TextRule[] = [
  quotedPrintable,
  brokenLines,
  escapedHtml,
  fullWidth,
  wrappedLink,
  percentEncoded,
  brokenByMarkup,
  escapedString,
  markdownEscapes,
  doubledQuotes,
  smartQuotes,
  invisibleCharacters,
  inNoscript,
  tagTwice,
  clickTracker,
  textTooLong,
];

/** What is said of a sheet, whose rows and cells `tag-sheet/read` looks at. */
export const SHEET_RULES: readonly TextRule[] = [
  trackerIdMissing,
  trackerIdUnreadable,
  adServerUnknown,
  rowTrackerInactive,
  rowWithoutTag,
  tagMissing,
  noTag,
  tagUnreadable,
  tagCutOff,
  severalTags,
  wrongForm,
  formNotTaken,
  tagEdited,
  cellsDiffer,
];

/** What holds of how a request went. */
export const REQUEST_RULES: readonly RequestRule[] = [
  httpError,
  fromCache,
  blockedByPage,
  blockedByExtension,
  trackingProtection,
  mixedContent,
  blockedByBrowser,
  bounceFailed,
  hostNotFound,
  tlsFailed,
  timedOut,
  connectionRefused,
  networkError,
  aborted,
  endUnheard,
  neverShown,
  noAnswer,
  workerAnswered,
  tabUnsure,
  pending,
  rehearsed,
  httpUpgraded,
  redirNotFollowed,
  redirCut,
  redirElsewhere,
  redirectStopped,
  redirectLoop,
  redirectChain,
  firedAgain,
  firedAcrossFrames,
  firedMore,
  trackerUnknown,
  trackerAbsent,
  trackerInactive,
  costOverrides,
  cachebusterRepeated,
  cachebusterShared,
  cachebusterCounter,
  cachebusterAlike,
  cachebusterDate,
];

/**
 * Why a tag on a page did not fire; the first that speaks is the reason. What is certain whatever was recorded comes
 * first, then what was not recorded, then what a script of the page may have changed.
 */
export const PAGE_RULES: readonly PageRule[] = [
  pageInComment,
  pageInNoscript,
  pageInLink,
  pageNeverRequested,
  pageScriptOpen,
  pageScriptUnclosed,
  pageAsText,
  pageLazy,
  pageAskedFor,
  pageLoadedUnrecorded,
  pageBeforeRecording,
  pageInTemplate,
  pageInSrcdoc,
  pageNotLoaded,
  pageScriptInert,
  pageInScript,
  pageInStyle,
  pageNotRequested,
];

/** What holds of a tracker that is expected, beside what is said of each of its requests. */
const EXPECTED_RULES: readonly ExpectedRule[] = [firedFewer];

/** Every rule there is. */
export const RULES: readonly (
  | AddressRule
  | TagRule
  | TextRule
  | RequestRule
  | ExpectedRule
  | PageRule
)[] = [
  ...REQUEST_RULES,
  ...EXPECTED_RULES,
  ...PAGE_RULES,
  ...TAG_RULES,
  ...TEXT_RULES,
  ...SHEET_RULES,
];
