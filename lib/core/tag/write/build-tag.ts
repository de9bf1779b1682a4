import { type AdServer, costMacroOf } from '../../ad-server/ad-server';
import type { ExtraParameter, TagSpec, TagType } from '../tag-spec';

/** What a person chose in the builder; kept between openings (`TagChoicesSchema`). */
export interface TagChoices {
  type: TagType;
  /** What will call a bare URL; other types say it by themselves. */
  loadedBy: 'image' | 'javascript';
  adServerId: string | null;
  /** Typed by hand where the ad server's macro is not known. */
  cachebuster: string;
  withCost: boolean;
  /** A macro or a number; money per impression. */
  cost: string;
  /** The person says that the cost macro is money per impression, whatever the catalogue says. */
  costIsPerImpression: boolean;
  withConsent: boolean;
  redir: string;
  comments: boolean;
  ampersands: 'raw' | 'escaped';
}

export const DEFAULT_CHOICES: TagChoices = {
  type: 'image',
  loadedBy: 'image',
  adServerId: null,
  cachebuster: '',
  withCost: false,
  cost: '',
  costIsPerImpression: false,
  withConsent: false,
  redir: '',
  comments: true,
  ampersands: 'raw',
};

/** The tag that these choices make for a tracker. */
export function buildTag(
  tracker: { readonly id: number; readonly name: string },
  server: AdServer | null,
  choices: TagChoices,
): TagSpec {
  const cost = choices.cost.trim() || (costMacroOf(server)?.macro ?? '');
  return {
    trackerId: tracker.id,
    trackerName: choices.comments ? tracker.name : null,
    type: choices.type,
    loadedBy: choices.loadedBy,
    cachebuster: choices.cachebuster.trim() || (server?.cachebuster ?? ownCachebuster(choices)),
    ancost: choices.withCost && cost ? cost : null,
    extra: choices.withConsent && server ? consentParameters(server) : [],
    redir: choices.redir.trim() || null,
    ampersands: choices.ampersands,
  };
}

// What loads an AMP pixel fills this in by itself (amp.dev, amp-pixel).
function ownCachebuster({ type }: TagChoices): string | null {
  return type === 'amp' ? 'RANDOM' : null;
}

/**
 * The consent parameters an ad server can fill in. None is documented for trackers; siblings of the
 * service take these names (api.md 3.6). US Privacy is left out: IAB withdrew it in January 2024.
 */
export function consentParameters(server: AdServer): readonly ExtraParameter[] {
  const { gdpr, gdprConsent, gpp, gppSid } = server.consent;
  const pairs: [string, string | undefined][] = [
    // The flag without the string says nothing, so it goes only with it.
    ['gdpr', gdprConsent === undefined ? undefined : gdpr],
    ['gdpr_consent', gdprConsent],
    ['gpp', gpp],
    ['gpp_sid', gppSid],
  ];
  return pairs.flatMap(([name, value]): ExtraParameter[] => {
    if (value === undefined) return [];
    // Criteo's macro becomes the whole pair, name and all.
    const isPair = name === 'gdpr_consent' && server.traps.includes('consent-pair');
    return isPair ? [{ name: value, value: null }] : [{ name, value }];
  });
}

/** The type to offer first for a field: an ad server that only takes URLs gets a URL. */
export function typeFor(server: AdServer | null): TagType {
  if (server?.id === 'vast') return 'vast';
  const accepts = server?.accepts ?? [];
  if (accepts.includes('html') || accepts.includes('img') || accepts.length === 0) return 'image';
  return accepts.includes('url') ? 'url' : 'javascript';
}

/**
 * The type for an ad server that was just chosen: its own where it takes one form only, else the one of
 * before. A VAST document or a native ad is somebody else's and stays.
 */
export function typeChosenWith(server: AdServer | null, before: TagType): TagType {
  const [only, other] = server?.accepts ?? [];
  const isOnlyOne = only !== undefined && other === undefined && only !== 'html';
  const isDocument = before === 'vast' || before === 'native';
  return isOnlyOne && !isDocument ? typeFor(server) : before;
}

/** Whether the ad server's field takes this type of tag. Unknown fields are taken to accept all. */
export function acceptsType(server: AdServer | null, type: TagType): boolean {
  const accepts = server?.accepts ?? [];
  if (accepts.length === 0 || accepts.includes('html')) return true;
  if (type === 'image') return accepts.includes('img');
  if (type === 'javascript') return accepts.includes('script');
  // What VAST, native ads and AMP pages hold is their own business; there the field is a document.
  return type === 'url' ? accepts.includes('url') : server?.id === 'vast' || type !== 'vast';
}
