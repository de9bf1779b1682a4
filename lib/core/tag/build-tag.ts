import type { AdServer } from '../ad-server/ad-server';
import { z } from '../schema';
import { TAG_TYPES, type TagSpec, type TagType } from './tag-spec';

/** What a person chose in the builder; kept between openings. */
export const TagChoicesSchema = z.object({
  type: z.enum(TAG_TYPES),
  adServerId: z.nullable(z.string()),
  /** Typed by hand where the ad server's macro is not known. */
  cachebuster: z.string(),
  withCost: z.boolean(),
  /** A macro or a number; money per impression. */
  cost: z.string(),
  redir: z.string(),
});
export type TagChoices = z.infer<typeof TagChoicesSchema>;

export const DEFAULT_CHOICES: TagChoices = {
  type: 'image',
  adServerId: null,
  cachebuster: '',
  withCost: false,
  cost: '',
  redir: '',
};

export type ChoiceProblem =
  | 'cachebuster-missing'
  | 'cost-missing'
  | 'cost-not-a-number'
  | 'redir-not-https'
  | 'type-not-accepted'
  | 'too-long';

/** The tag that these choices make for a tracker. */
export function buildTag(
  tracker: { readonly id: number; readonly name: string },
  server: AdServer | null,
  choices: TagChoices,
): TagSpec {
  const cost = choices.cost.trim() || (server?.cost?.macro ?? '');
  return {
    trackerId: tracker.id,
    trackerName: tracker.name,
    type: choices.type,
    cachebuster: choices.cachebuster.trim() || (server?.cachebuster ?? null),
    ancost: choices.withCost && cost ? cost : null,
    redir: choices.redir.trim() || null,
  };
}

/** The type to offer first for a field: an ad server that only takes URLs gets a URL. */
export function typeFor(server: AdServer | null): TagType {
  const accepts = server?.accepts ?? [];
  if (accepts.includes('html') || accepts.includes('img') || accepts.length === 0) return 'image';
  return 'url';
}

/** Whether the ad server's field takes this type of tag. Unknown fields are taken to accept all. */
export function acceptsType(server: AdServer | null, type: TagType): boolean {
  const accepts = server?.accepts ?? [];
  if (accepts.length === 0 || accepts.includes('html')) return true;
  if (type === 'image') return accepts.includes('img');
  if (type === 'javascript') return accepts.includes('script');
  return accepts.includes('url');
}

/** What a person should know before using this tag. */
export function checkChoices(
  spec: TagSpec,
  server: AdServer | null,
  choices: TagChoices,
  renderedUrl: string,
): readonly ChoiceProblem[] {
  const problems: ChoiceProblem[] = [];
  if (!spec.cachebuster) problems.push('cachebuster-missing');
  if (choices.withCost && !spec.ancost) problems.push('cost-missing');
  if (spec.ancost && looksWrittenOut(spec.ancost) && !isPlainAmount(spec.ancost)) {
    problems.push('cost-not-a-number');
  }
  if (spec.redir && !/^https:\/\//i.test(spec.redir) && !isMacro(spec.redir)) {
    problems.push('redir-not-https');
  }
  if (!acceptsType(server, spec.type)) problems.push('type-not-accepted');
  if (server?.maxLength && renderedUrl.length > server.maxLength) problems.push('too-long');
  return problems;
}

/** A plain amount as the service reads it: digits, at most six decimals, no sign, no currency. */
export function isPlainAmount(value: string): boolean {
  return /^\d{1,6}(\.\d{1,6})?$/.test(value);
}

function looksWrittenOut(value: string): boolean {
  return !isMacro(value);
}

function isMacro(value: string): boolean {
  return /^(\$\{|\[|\{|%%|__|#\{|%)/.test(value);
}
