import { decodeValue } from '../../macro/encode';
import type { TagFinding } from './finding';
import {
  addParameter,
  finding,
  type Mendable,
  mendTogether,
  parameterOf,
  placeOf,
  replaceInUrl,
  type TagContext,
  type TagRule,
} from './rule';

/** Xandr's number in IAB's Global Vendor List: the vendor that receives the consent string. */
const XANDR_VENDOR = '32';
const VENDOR = /(GDPR_CONSENT_|GPP_STRING_)(\d+)/;

/** Consent parameters come in pairs and name the vendor that receives them. */
export const consent: TagRule = (context) => [
  ...missingString(context),
  ...wrongVendor(context),
  ...doubledName(context),
  ...oldOnly(context),
];

function missingString({ tag, server }: TagContext): readonly TagFinding[] {
  const gdpr = parameterOf(tag, 'gdpr');
  if (!gdpr || gdpr.value === '0' || parameterOf(tag, 'gdpr_consent')) return [];
  const pair = server?.consent.gdprConsent;
  const isWholePair = server?.traps.includes('consent-pair') === true;
  if (pair && isWholePair && tag.url.parameters.some(({ name }) => name === pair)) return [];
  return [
    finding({
      code: 'consent-string-missing',
      severity: 'warning',
      at: placeOf(tag, gdpr),
      repair: pair && !isWholePair ? addParameter(tag, 'gdpr_consent', pair) : null,
    }),
  ];
}

function wrongVendor({ tag }: TagContext): readonly TagFinding[] {
  const wrong = tag.url.parameters.flatMap((parameter): Mendable[] => {
    if (parameter.name === 'redir') return [];
    const [whole = '', name = '', number = ''] = VENDOR.exec(parameter.value ?? '') ?? [];
    if (number === '' || number === XANDR_VENDOR) return [];
    const start = parameter.valueRange.start + (parameter.value ?? '').indexOf(whole);
    const range = { start, end: start + whole.length };
    return [
      {
        code: 'consent-vendor',
        severity: 'error',
        at: placeOf(tag, parameter),
        values: { number, right: XANDR_VENDOR },
        change: { ...range, text: name + XANDR_VENDOR },
      },
    ];
  });
  return mendTogether(tag, wrong);
}

// Criteo's `{{gdpr_consent_kv}}` becomes `gdpr_consent=…` by itself.
function doubledName({ tag, server }: TagContext): readonly TagFinding[] {
  if (!server?.traps.includes('consent-pair')) return [];
  const parameter = parameterOf(tag, 'gdpr_consent');
  const macro = server.consent.gdprConsent;
  if (!parameter || !macro || decodeValue(parameter.value ?? '') !== macro) return [];
  return [
    finding({
      code: 'consent-pair',
      severity: 'error',
      at: placeOf(tag, parameter),
      values: { macro, server: server.name },
      repair: replaceInUrl(tag, parameter, macro),
    }),
  ];
}

// IAB withdrew the US Privacy string on 31 January 2024; GPP is its successor.
function oldOnly({ tag }: TagContext): readonly TagFinding[] {
  const old = parameterOf(tag, 'us_privacy');
  if (!old || parameterOf(tag, 'gpp') || parameterOf(tag, 'gdpr')) return [];
  return [finding({ code: 'consent-old', severity: 'info', at: placeOf(tag, old) })];
}
