import { ownValue } from '../../../core/base/own-value';

/** What each parameter of a tracker's address is for, by the service's own page on impression trackers. */
const OF_TRACKERS: Readonly<Record<string, string>> = {
  id: 'The impression tracker that is counted.',
  t: 'What the service answers with: 1 is JavaScript, 2 an image.',
  cachebuster: 'Another value each time, so that no cache answers in place of the service.',
  ancost: 'What was paid for this one impression. It overrides the payment rules in Monetize.',
  redir: 'Where the service leads on once it has counted. Everything behind redir= belongs to it.',
};

/** Of these other pixels of the service are told; of trackers nothing is documented. */
const CONSENT: Readonly<Record<string, string>> = {
  gdpr: 'Whether the GDPR applies: 1 or 0.',
  gdpr_consent: 'The consent string of the TCF.',
  consent: 'Consent without the TCF: 1 or 0.',
  gpp: 'The consent string of the Global Privacy Platform.',
  gpp_sid: 'Which sections of the GPP string apply.',
  us_privacy: 'The older privacy string of the United States.',
};
const ONLY_SIBLINGS = 'Documented for other pixels of the service, not for impression trackers.';

/** What a parameter is for, in a sentence; what is not known is said to be so. */
export function parameterMeaning(name: string): string {
  const known = ownValue(OF_TRACKERS, name);
  if (known !== undefined) return known;
  const consent = ownValue(CONSENT, name);
  if (consent !== undefined) return `${consent} ${ONLY_SIBLINGS}`;
  return 'Not documented for impression trackers: what the service makes of it is not known.';
}
