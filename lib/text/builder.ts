import type { AdServer } from '../core/ad-server/ad-server';
import type { ChoiceProblem } from '../core/tag/build-tag';
import type { TagType } from '../core/tag/tag-spec';
import { FIELD_BUTTON_LABEL } from './field-button';

/** Words of the tag builder, in the popup and in a console. */
export const builderText = {
  menuTitle: FIELD_BUTTON_LABEL,
  title: 'Impression tag',
  close: 'Close',
  tracker: 'Tracker',
  trackerPlaceholder: 'Search by name or id',
  type: 'Type',
  adServer: 'Ad server',
  noAdServer: 'Other ad server',
  cachebuster: 'Cachebuster',
  cachebusterHint: 'The macro your ad server replaces with a new number on every impression.',
  cachebusterUnknown: 'The macro of this ad server is not known. Ask the ad server for its name.',
  cost: 'Send the cost (ancost)',
  costHint:
    'Off for good reason: ancost overrides the payment rules in Monetize and means money per ' +
    'impression, while most ad servers fill in a CPM — a thousand times as much.',
  costValue: 'Cost per impression',
  costPlaceholder: '0.0025 or a macro',
  costUnit: (unit: string) => `Unit of this macro: ${unit}. Monetize reads money per impression.`,
  redir: 'Redirect',
  redirHint: 'Another pixel to call afterwards. It is always put last.',
  preview: 'Preview',
  copy: 'Copy',
  copied: 'Copied',
  insert: 'Insert',
  inserted: 'Inserted, and read back from the field.',
  notInserted:
    'The field did not take the tag. It is on the clipboard: click into the field and paste.',
  noField: 'Click into the field first, then press Insert.',
  copyFailed: 'The browser did not allow copying. Select the tag and copy it yourself.',
  pasteWhere: 'Where it goes',
  signedOut: 'You are not signed in.',
  signedOutNext: 'Open Piggyback from the toolbar, sign in and choose an advertiser.',
  noAdvertiser: 'No advertiser is chosen.',
  noAdvertiserNext: 'Open Piggyback from the toolbar and choose one.',
  chooseTracker: 'Choose a tracker to see its tag.',
  options: 'Cost and redirect',
};

export const tagTypeText: Record<TagType, string> = {
  image: 'Image',
  javascript: 'JavaScript',
  url: 'URL',
  vast: 'VAST',
  native: 'Native',
  amp: 'AMP',
};

const PROBLEMS: Record<ChoiceProblem, (server: AdServer | null) => string> = {
  'cachebuster-missing': () =>
    'No cachebuster: browsers may answer repeats from their cache, and those impressions are not counted.',
  'cost-missing': () => 'Give the cost, or turn it off.',
  'cost-not-a-number': () =>
    'The cost must be a plain number such as 0.0025: no currency, no comma, six decimals at most.',
  'redir-not-https': () => 'The redirect should start with https://.',
  'type-not-accepted': (server) =>
    `${server?.name ?? 'This ad server'} takes another type here: ${accepted(server)}.`,
  'too-long': (server) =>
    `Longer than the ${server?.maxLength ?? ''} characters this ad server takes.`,
};

/** A remark on the choices in the builder. */
export function choiceProblemText(problem: ChoiceProblem, server: AdServer | null): string {
  return PROBLEMS[problem](server);
}

function accepted(server: AdServer | null): string {
  const words = { url: 'a bare URL', img: 'an image tag', script: 'a script tag', html: 'HTML' };
  return (server?.accepts ?? []).map((kind) => words[kind]).join(', ');
}
