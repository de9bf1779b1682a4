import { redirEmpty } from './address/redir-empty';
import { redirNotLast } from './address/redir-not-last';
import { redirEncoded } from './address/redir-encoded';
import { redirEncodedTwice } from './address/redir-encoded-twice';
import { redirNotHttps } from './address/redir-not-https';
import { cachebusterMissing } from './address/cachebuster-missing';
import { cachebusterWeak } from './address/cachebuster-weak';
import { placeholderLeft } from './address/placeholder-left';
import { cachebusterFixed } from './address/cachebuster-fixed';
import { macroEncoded } from './address/macro-encoded';
import { macroNeverExpanded } from './address/macro-never-expanded';
import { macroWrongCase } from './address/macro-wrong-case';
import { macroUnknown } from './address/macro-unknown';
import { macroWrongServer } from './address/macro-wrong-server';
import { macroMixed } from './address/macro-mixed';
import { costPlaceholder } from './address/cost-placeholder';
import { costNotANumber } from './address/cost-not-a-number';
import { costUnit } from './address/cost-unit';
import { costHigh } from './address/cost-high';
import { consentStringMissing } from './address/consent-string-missing';
import { consentVendor } from './address/consent-vendor';
import { consentPair } from './address/consent-pair';
import { consentOld } from './address/consent-old';
import type { AddressRule, TagRule } from './rule';
import { adServerRetired } from './tag/ad-server-retired';
import { htmlInUrlField } from './tag/html-in-url-field';
import { typeNotAccepted } from './tag/type-not-accepted';
import { tooLong } from './tag/too-long';
import { escapeEaten } from './tag/escape-eaten';
import { breaksUnquoted } from './tag/breaks-unquoted';
import { numberAppended } from './tag/number-appended';
import { plainImagePlacement } from './tag/plain-image-placement';

/**
 * The rules that a tag can break which was written here: they look at what was chosen for it. The
 * others look at how it is written, and `renderTag` writes it well.
 */
export const CHOICE_RULES: readonly (AddressRule | TagRule)[] = [
  redirEmpty,
  redirNotLast,
  redirEncoded,
  redirEncodedTwice,
  redirNotHttps,
  cachebusterMissing,
  cachebusterWeak,
  placeholderLeft,
  cachebusterFixed,
  macroNeverExpanded,
  macroWrongCase,
  macroUnknown,
  macroWrongServer,
  macroMixed,
  macroEncoded,
  costPlaceholder,
  costNotANumber,
  costUnit,
  costHigh,
  consentStringMissing,
  consentVendor,
  consentPair,
  consentOld,
  htmlInUrlField,
  typeNotAccepted,
  tooLong,
  escapeEaten,
  breaksUnquoted,
  numberAppended,
  plainImagePlacement,
  adServerRetired,
];
