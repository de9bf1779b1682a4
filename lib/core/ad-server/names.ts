import { ownValue } from '../base/own-value';
import type { AdServer } from './ad-server';

/** What people call the ad servers of the catalogue, beside their names and ids. */
const USUAL_NAMES: Readonly<Record<string, readonly string[]>> = {
  cm360: [
    'Campaign Manager 360',
    'Campaign Manager',
    'CM',
    'DCM',
    'DoubleClick Campaign Manager',
    'DFA',
    'DART for Advertisers',
    'DoubleClick for Advertisers',
    'Google CM360',
    'Google Campaign Manager',
  ],
  gam: [
    'Ad Manager',
    'Ad Manager 360',
    'DFP',
    'DoubleClick for Publishers',
    'DART for Publishers',
    'GAM360',
    'Google DFP',
    'Google GAM',
    'Google Ad Manager 360',
  ],
  dv360: [
    'Display & Video 360',
    'Display and Video 360',
    'DBM',
    'DoubleClick Bid Manager',
    'Google DV360',
  ],
  sizmek: ['Sizmek Ad Suite', 'Eyeblaster', 'MediaMind', 'Amazon Sizmek'],
  flashtalking: ['FT', 'Mediaocean', 'Flashtalking by Mediaocean'],
  innovid: ['Innovid Video', 'Innovid XP'],
  adform: ['Adform FLOW', 'Adform Ad Serving'],
  ttd: ['Trade Desk', 'TradeDesk', 'TTD DSP'],
  xandr: [
    'AppNexus',
    'Monetize',
    'Microsoft Xandr',
    'Microsoft Invest',
    'Xandr Invest',
    'MS Monetize',
  ],
  kevel: ['Adzerk'],
  'equativ-direct': ['Equativ', 'Smart', 'Smart Ad Server', 'Smart AdServer'],
  freewheel: ['FreeWheel', 'FW', 'MRM', 'Comcast FreeWheel'],
  beeswax: ['Beeswax DSP', 'Buzz'],
  'yahoo-dsp': ['Yahoo', 'Verizon Media DSP', 'Verizon DSP', 'BrightRoll'],
  revive: ['Revive', 'OpenX Source'],
  'extreme-reach': ['XR', 'ER', 'Extreme Reach'],
  springserve: ['Magnite', 'Magnite Streaming', 'Spring Serve'],
  vast: ['VAST', 'IAB VAST', 'VAST tag'],
  openrtb: ['RTB', 'Open RTB'],
  none: ['No ad server', 'Page code', 'Hard coded', 'Hardcoded', 'MRAID'],
  'adobe-dsp': ['Adobe', 'Adobe Advertising', 'Adobe Advertising Cloud', 'TubeMogul'],
  linkedin: ['LinkedIn', 'LinkedIn Ads'],
  reddit: ['Reddit'],
  basis: ['Basis', 'SiteScout', 'Centro'],
  zemanta: ['Outbrain', 'Outbrain DSP'],
  'amazon-dsp': ['Amazon', 'AAP', 'Amazon Advertising Platform'],
  'improve-digital': ['Improve Digital', 'Azerion'],
  knorex: ['Knorex'],
  adfox: ['Yandex Adfox'],
  triton: ['Triton'],
  viant: ['Adelphic', 'Viant DSP'],
  'yahoo-video': ['Yahoo Video', 'AOL Video', 'ONE by AOL'],
};

/**
 * The ad server that somebody calls so, in any case and with any punctuation: by its name, its id, a usual
 * name, a part of its name that no other has (`Campaign Manager 360`, `DCM`, `GAM (display)`); `null` where
 * none or more than one is meant. A person's own ad servers count by their names.
 */
export function adServerByName(text: string, servers: readonly AdServer[]): AdServer | null {
  const { exact, usual } = namesOf(servers);
  const known = (name: string) => exact.get(plain(name)) ?? usual.get(plain(name)) ?? null;
  const whole = known(text);
  if (whole) return whole;
  const pieces = piecesOf(text);
  const meant = new Set(pieces.flatMap((piece) => known(piece) ?? known(withoutKind(piece)) ?? []));
  const [first = null] = meant;
  return meant.size === 1 ? first : null;
}

/** Whether every word of a search stands in one of the names that an ad server goes by. */
export function isCalled({ id, name }: AdServer, search: string): boolean {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return [name, id, ...(ownValue(USUAL_NAMES, id) ?? [])].some((one) =>
    words.every((word) => one.toLocaleLowerCase().includes(word)),
  );
}

interface Names {
  readonly exact: ReadonlyMap<string, AdServer>;
  readonly usual: ReadonlyMap<string, AdServer>;
}
const known = new WeakMap<readonly AdServer[], Names>();

function namesOf(servers: readonly AdServer[]): Names {
  const names = known.get(servers) ?? readNames(servers);
  known.set(servers, names);
  return names;
}

// People's own come first in the list, and the first with a name has it.
function readNames(servers: readonly AdServer[]): Names {
  const exact = new Map<string, AdServer>();
  const usual = new Map<string, AdServer>();
  const parts = new Map<string, Set<AdServer>>();
  for (const server of servers) {
    for (const name of [server.name, server.id]) addFirst(exact, name, server);
    for (const name of ownValue(USUAL_NAMES, server.id) ?? []) addFirst(usual, name, server);
    for (const part of piecesOf(server.name)) {
      const sharing = parts.get(plain(part)) ?? new Set();
      parts.set(plain(part), sharing.add(server));
    }
  }
  for (const [part, sharing] of parts) {
    const [only] = sharing;
    if (sharing.size === 1 && only && part !== '') addFirst(usual, part, only);
  }
  return { exact, usual };
}

function addFirst(names: Map<string, AdServer>, name: string, server: AdServer): void {
  if (!names.has(plain(name))) names.set(plain(name), server);
}

// `Equativ ad server (Smart AdServer), direct insertions`: what stands between the brackets is a name too.
function piecesOf(text: string): readonly string[] {
  return text
    .split(/[()[\]/|,;:+]|\s[-\u2013\u2014]\s|\s(?:and|or|via|by)\s/i)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function withoutKind(name: string): string {
  return name.replace(/\s+(?:ad\s?server|dsp|ssp|platform|tags?|pixels?)$/i, '');
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
