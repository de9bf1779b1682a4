// Made by `npm run rules` from the files of the rules.
import { about as addressIncomplete } from './address/address-incomplete';
import { about as addressOther } from './address/address-other';
import { about as ampersandLeft } from './address/ampersand-left';
import { about as backslash } from './address/backslash';
import { about as cachebusterFixed } from './address/cachebuster-fixed';
import { about as cachebusterMacro } from './address/cachebuster-macro';
import { about as cachebusterMissing } from './address/cachebuster-missing';
import { about as cachebusterWeak } from './address/cachebuster-weak';
import { about as consentOld } from './address/consent-old';
import { about as consentPair } from './address/consent-pair';
import { about as consentStringMissing } from './address/consent-string-missing';
import { about as consentVendor } from './address/consent-vendor';
import { about as costHigh } from './address/cost-high';
import { about as costMacro } from './address/cost-macro';
import { about as costNotANumber } from './address/cost-not-a-number';
import { about as costOtherUnit } from './address/cost-other-unit';
import { about as costPlaceholder } from './address/cost-placeholder';
import { about as costUnit } from './address/cost-unit';
import { about as entityLeft } from './address/entity-left';
import { about as fragment } from './address/fragment';
import { about as hostComputed } from './address/host-computed';
import { about as hostTypo } from './address/host-typo';
import { about as hostUnexpected } from './address/host-unexpected';
import { about as invisibleEscaped } from './address/invisible-escaped';
import { about as macroEncoded } from './address/macro-encoded';
import { about as macroInAddress } from './address/macro-in-address';
import { about as macroLegacy } from './address/macro-legacy';
import { about as macroMixed } from './address/macro-mixed';
import { about as macroNeverExpanded } from './address/macro-never-expanded';
import { about as macroUnknown } from './address/macro-unknown';
import { about as macroWrongCase } from './address/macro-wrong-case';
import { about as macroWrongServer } from './address/macro-wrong-server';
import { about as markupLeft } from './address/markup-left';
import { about as noValue } from './address/no-value';
import { about as notHttps } from './address/not-https';
import { about as parameterCase } from './address/parameter-case';
import { about as parameterCut } from './address/parameter-cut';
import { about as parameterMacro } from './address/parameter-macro';
import { about as parameterTwice } from './address/parameter-twice';
import { about as placeholderLeft } from './address/placeholder-left';
import { about as queryMalformed } from './address/query-malformed';
import { about as quotesLeft } from './address/quotes-left';
import { about as redirEmpty } from './address/redir-empty';
import { about as redirEncoded } from './address/redir-encoded';
import { about as redirEncodedTwice } from './address/redir-encoded-twice';
import { about as redirNotHttps } from './address/redir-not-https';
import { about as redirNotLast } from './address/redir-not-last';
import { about as schemeTwice } from './address/scheme-twice';
import { about as spaceLeft } from './address/space-left';
import { about as trackerIdBad } from './address/tracker-id-bad';
import { about as trackerOther } from './address/tracker-other';
import { about as typeBad } from './address/type-bad';
import { about as typeMismatch } from './address/type-mismatch';
import { about as typeMissing } from './address/type-missing';
import { about as whiteSpace } from './address/white-space';
import { about as firedFewer } from './expected/fired-fewer';
import { about as pageAsText } from './page/page-as-text';
import { about as pageAskedFor } from './page/page-asked-for';
import { about as pageBeforeRecording } from './page/page-before-recording';
import { about as pageInComment } from './page/page-in-comment';
import { about as pageInLink } from './page/page-in-link';
import { about as pageInNoscript } from './page/page-in-noscript';
import { about as pageInScript } from './page/page-in-script';
import { about as pageInSrcdoc } from './page/page-in-srcdoc';
import { about as pageInStyle } from './page/page-in-style';
import { about as pageInTemplate } from './page/page-in-template';
import { about as pageLazy } from './page/page-lazy';
import { about as pageLoadedUnrecorded } from './page/page-loaded-unrecorded';
import { about as pageNeverRequested } from './page/page-never-requested';
import { about as pageNotLoaded } from './page/page-not-loaded';
import { about as pageNotRequested } from './page/page-not-requested';
import { about as pageScriptInert } from './page/page-script-inert';
import { about as pageScriptOpen } from './page/page-script-open';
import { about as pageScriptUnclosed } from './page/page-script-unclosed';
import { about as aborted } from './request/aborted';
import { about as blockedByBrowser } from './request/blocked-by-browser';
import { about as blockedByExtension } from './request/blocked-by-extension';
import { about as blockedByPage } from './request/blocked-by-page';
import { about as bounceFailed } from './request/bounce-failed';
import { about as cachebusterAlike } from './request/cachebuster-alike';
import { about as cachebusterCounter } from './request/cachebuster-counter';
import { about as cachebusterDate } from './request/cachebuster-date';
import { about as cachebusterRepeated } from './request/cachebuster-repeated';
import { about as cachebusterShared } from './request/cachebuster-shared';
import { about as connectionRefused } from './request/connection-refused';
import { about as costOverrides } from './request/cost-overrides';
import { about as endUnheard } from './request/end-unheard';
import { about as firedAcrossFrames } from './request/fired-across-frames';
import { about as firedAgain } from './request/fired-again';
import { about as firedMore } from './request/fired-more';
import { about as fromCache } from './request/from-cache';
import { about as hostNotFound } from './request/host-not-found';
import { about as httpError } from './request/http-error';
import { about as httpUpgraded } from './request/http-upgraded';
import { about as mixedContent } from './request/mixed-content';
import { about as networkError } from './request/network-error';
import { about as neverShown } from './request/never-shown';
import { about as noAnswer } from './request/no-answer';
import { about as pending } from './request/pending';
import { about as redirCut } from './request/redir-cut';
import { about as redirElsewhere } from './request/redir-elsewhere';
import { about as redirNotFollowed } from './request/redir-not-followed';
import { about as redirectChain } from './request/redirect-chain';
import { about as redirectLoop } from './request/redirect-loop';
import { about as redirectStopped } from './request/redirect-stopped';
import { about as rehearsed } from './request/rehearsed';
import { about as tabUnsure } from './request/tab-unsure';
import { about as timedOut } from './request/timed-out';
import { about as tlsFailed } from './request/tls-failed';
import { about as trackerAbsent } from './request/tracker-absent';
import { about as trackerInactive } from './request/tracker-inactive';
import { about as trackerUnknown } from './request/tracker-unknown';
import { about as trackingProtection } from './request/tracking-protection';
import { about as workerAnswered } from './request/worker-answered';
import { about as adServerUnknown } from './sheet/ad-server-unknown';
import { about as cellsDiffer } from './sheet/cells-differ';
import { about as formNotTaken } from './sheet/form-not-taken';
import { about as noTag } from './sheet/no-tag';
import { about as rowTrackerInactive } from './sheet/row-tracker-inactive';
import { about as rowWithoutTag } from './sheet/row-without-tag';
import { about as severalTags } from './sheet/several-tags';
import { about as tagCutOff } from './sheet/tag-cut-off';
import { about as tagEdited } from './sheet/tag-edited';
import { about as tagMissing } from './sheet/tag-missing';
import { about as tagUnreadable } from './sheet/tag-unreadable';
import { about as trackerIdMissing } from './sheet/tracker-id-missing';
import { about as trackerIdUnreadable } from './sheet/tracker-id-unreadable';
import { about as wrongForm } from './sheet/wrong-form';
import { about as adServerRetired } from './tag/ad-server-retired';
import { about as ampersandEscaped } from './tag/ampersand-escaped';
import { about as ampersandEscapedTwice } from './tag/ampersand-escaped-twice';
import { about as ampersandRaw } from './tag/ampersand-raw';
import { about as attributeTwice } from './tag/attribute-twice';
import { about as auctionNotice } from './tag/auction-notice';
import { about as breaksUnquoted } from './tag/breaks-unquoted';
import { about as cutOff } from './tag/cut-off';
import { about as endInDoubt } from './tag/end-in-doubt';
import { about as escapeEaten } from './tag/escape-eaten';
import { about as htmlInUrlField } from './tag/html-in-url-field';
import { about as impressionAddresses } from './tag/impression-addresses';
import { about as impressionHtml } from './tag/impression-html';
import { about as impressionText } from './tag/impression-text';
import { about as inComment } from './tag/in-comment';
import { about as inLink } from './tag/in-link';
import { about as inTemplate } from './tag/in-template';
import { about as lazyImage } from './tag/lazy-image';
import { about as linkHint } from './tag/link-hint';
import { about as mediaElement } from './tag/media-element';
import { about as moreThanUrl } from './tag/more-than-url';
import { about as navigates } from './tag/navigates';
import { about as neverRequested } from './tag/never-requested';
import { about as notLoaded } from './tag/not-loaded';
import { about as numberAppended } from './tag/number-appended';
import { about as plainImagePlacement } from './tag/plain-image-placement';
import { about as scriptInert } from './tag/script-inert';
import { about as scriptOpen } from './tag/script-open';
import { about as shownAsText } from './tag/shown-as-text';
import { about as tooLong } from './tag/too-long';
import { about as typeNotAccepted } from './tag/type-not-accepted';
import { about as vastElement } from './tag/vast-element';
import { about as vastEvent } from './tag/vast-event';
import { about as brokenByMarkup } from './text/broken-by-markup';
import { about as brokenLines } from './text/broken-lines';
import { about as clickTracker } from './text/click-tracker';
import { about as doubledQuotes } from './text/doubled-quotes';
import { about as escapedHtml } from './text/escaped-html';
import { about as escapedString } from './text/escaped-string';
import { about as fullWidth } from './text/full-width';
import { about as inNoscript } from './text/in-noscript';
import { about as invisibleCharacters } from './text/invisible-characters';
import { about as markdownEscapes } from './text/markdown-escapes';
import { about as percentEncoded } from './text/percent-encoded';
import { about as quotedPrintable } from './text/quoted-printable';
import { about as smartQuotes } from './text/smart-quotes';
import { about as tagTwice } from './text/tag-twice';
import { about as textTooLong } from './text/text-too-long';
import { about as wrappedLink } from './text/wrapped-link';
import type { About } from './rule';

/** What the page about a rule adds to it, by code. */
export const ABOUT: Readonly<Partial<Record<string, About>>> = {
  'address-incomplete': addressIncomplete,
  'address-other': addressOther,
  'ampersand-left': ampersandLeft,
  backslash,
  'cachebuster-fixed': cachebusterFixed,
  'cachebuster-macro': cachebusterMacro,
  'cachebuster-missing': cachebusterMissing,
  'cachebuster-weak': cachebusterWeak,
  'consent-old': consentOld,
  'consent-pair': consentPair,
  'consent-string-missing': consentStringMissing,
  'consent-vendor': consentVendor,
  'cost-high': costHigh,
  'cost-macro': costMacro,
  'cost-not-a-number': costNotANumber,
  'cost-other-unit': costOtherUnit,
  'cost-placeholder': costPlaceholder,
  'cost-unit': costUnit,
  'entity-left': entityLeft,
  fragment,
  'host-computed': hostComputed,
  'host-typo': hostTypo,
  'host-unexpected': hostUnexpected,
  'invisible-escaped': invisibleEscaped,
  'macro-encoded': macroEncoded,
  'macro-in-address': macroInAddress,
  'macro-legacy': macroLegacy,
  'macro-mixed': macroMixed,
  'macro-never-expanded': macroNeverExpanded,
  'macro-unknown': macroUnknown,
  'macro-wrong-case': macroWrongCase,
  'macro-wrong-server': macroWrongServer,
  'markup-left': markupLeft,
  'no-value': noValue,
  'not-https': notHttps,
  'parameter-case': parameterCase,
  'parameter-cut': parameterCut,
  'parameter-macro': parameterMacro,
  'parameter-twice': parameterTwice,
  'placeholder-left': placeholderLeft,
  'query-malformed': queryMalformed,
  'quotes-left': quotesLeft,
  'redir-empty': redirEmpty,
  'redir-encoded': redirEncoded,
  'redir-encoded-twice': redirEncodedTwice,
  'redir-not-https': redirNotHttps,
  'redir-not-last': redirNotLast,
  'scheme-twice': schemeTwice,
  'space-left': spaceLeft,
  'tracker-id-bad': trackerIdBad,
  'tracker-other': trackerOther,
  'type-bad': typeBad,
  'type-mismatch': typeMismatch,
  'type-missing': typeMissing,
  'white-space': whiteSpace,
  'fired-fewer': firedFewer,
  'page-as-text': pageAsText,
  'page-asked-for': pageAskedFor,
  'page-before-recording': pageBeforeRecording,
  'page-in-comment': pageInComment,
  'page-in-link': pageInLink,
  'page-in-noscript': pageInNoscript,
  'page-in-script': pageInScript,
  'page-in-srcdoc': pageInSrcdoc,
  'page-in-style': pageInStyle,
  'page-in-template': pageInTemplate,
  'page-lazy': pageLazy,
  'page-loaded-unrecorded': pageLoadedUnrecorded,
  'page-never-requested': pageNeverRequested,
  'page-not-loaded': pageNotLoaded,
  'page-not-requested': pageNotRequested,
  'page-script-inert': pageScriptInert,
  'page-script-open': pageScriptOpen,
  'page-script-unclosed': pageScriptUnclosed,
  aborted,
  'blocked-by-browser': blockedByBrowser,
  'blocked-by-extension': blockedByExtension,
  'blocked-by-page': blockedByPage,
  'bounce-failed': bounceFailed,
  'cachebuster-alike': cachebusterAlike,
  'cachebuster-counter': cachebusterCounter,
  'cachebuster-date': cachebusterDate,
  'cachebuster-repeated': cachebusterRepeated,
  'cachebuster-shared': cachebusterShared,
  'connection-refused': connectionRefused,
  'cost-overrides': costOverrides,
  'end-unheard': endUnheard,
  'fired-across-frames': firedAcrossFrames,
  'fired-again': firedAgain,
  'fired-more': firedMore,
  'from-cache': fromCache,
  'host-not-found': hostNotFound,
  'http-error': httpError,
  'http-upgraded': httpUpgraded,
  'mixed-content': mixedContent,
  'network-error': networkError,
  'never-shown': neverShown,
  'no-answer': noAnswer,
  pending,
  'redir-cut': redirCut,
  'redir-elsewhere': redirElsewhere,
  'redir-not-followed': redirNotFollowed,
  'redirect-chain': redirectChain,
  'redirect-loop': redirectLoop,
  'redirect-stopped': redirectStopped,
  rehearsed,
  'tab-unsure': tabUnsure,
  'timed-out': timedOut,
  'tls-failed': tlsFailed,
  'tracker-absent': trackerAbsent,
  'tracker-inactive': trackerInactive,
  'tracker-unknown': trackerUnknown,
  'tracking-protection': trackingProtection,
  'worker-answered': workerAnswered,
  'ad-server-unknown': adServerUnknown,
  'cells-differ': cellsDiffer,
  'form-not-taken': formNotTaken,
  'no-tag': noTag,
  'row-tracker-inactive': rowTrackerInactive,
  'row-without-tag': rowWithoutTag,
  'several-tags': severalTags,
  'tag-cut-off': tagCutOff,
  'tag-edited': tagEdited,
  'tag-missing': tagMissing,
  'tag-unreadable': tagUnreadable,
  'tracker-id-missing': trackerIdMissing,
  'tracker-id-unreadable': trackerIdUnreadable,
  'wrong-form': wrongForm,
  'ad-server-retired': adServerRetired,
  'ampersand-escaped': ampersandEscaped,
  'ampersand-escaped-twice': ampersandEscapedTwice,
  'ampersand-raw': ampersandRaw,
  'attribute-twice': attributeTwice,
  'auction-notice': auctionNotice,
  'breaks-unquoted': breaksUnquoted,
  'cut-off': cutOff,
  'end-in-doubt': endInDoubt,
  'escape-eaten': escapeEaten,
  'html-in-url-field': htmlInUrlField,
  'impression-addresses': impressionAddresses,
  'impression-html': impressionHtml,
  'impression-text': impressionText,
  'in-comment': inComment,
  'in-link': inLink,
  'in-template': inTemplate,
  'lazy-image': lazyImage,
  'link-hint': linkHint,
  'media-element': mediaElement,
  'more-than-url': moreThanUrl,
  navigates,
  'never-requested': neverRequested,
  'not-loaded': notLoaded,
  'number-appended': numberAppended,
  'plain-image-placement': plainImagePlacement,
  'script-inert': scriptInert,
  'script-open': scriptOpen,
  'shown-as-text': shownAsText,
  'too-long': tooLong,
  'type-not-accepted': typeNotAccepted,
  'vast-element': vastElement,
  'vast-event': vastEvent,
  'broken-by-markup': brokenByMarkup,
  'broken-lines': brokenLines,
  'click-tracker': clickTracker,
  'doubled-quotes': doubledQuotes,
  'escaped-html': escapedHtml,
  'escaped-string': escapedString,
  'full-width': fullWidth,
  'in-noscript': inNoscript,
  'invisible-characters': invisibleCharacters,
  'markdown-escapes': markdownEscapes,
  'percent-encoded': percentEncoded,
  'quoted-printable': quotedPrintable,
  'smart-quotes': smartQuotes,
  'tag-twice': tagTwice,
  'text-too-long': textTooLong,
  'wrapped-link': wrappedLink,
};
