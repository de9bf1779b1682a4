import { applyEdits, type Finding } from '../base/finding';
import type { FoundTag } from '../tag/read/reading';
import type { AddressContext, AddressRule, TagContext, TagRule } from './rule';
import { inText, replaceUrl } from './tag/in-text';

const NONE: readonly Finding[] = [];

/** What these rules say of a tag, in their order. */
export function judgeTag(
  rules: readonly (AddressRule | TagRule)[],
  context: TagContext,
): readonly Finding[] {
  const address = addressOf(context);
  return rules.flatMap((rule) =>
    rule.kind === 'tag' ? ofTag(rule, context) : ofAddress(rule, address, context.tag),
  );
}

function addressOf({ tag, ...place }: TagContext): AddressContext {
  return {
    ...place,
    phase: 'written',
    url: tag.url,
    hidden: tag.hiddenMacros,
    wantedType: place.saidType ?? wantedBy(tag),
    isComputed: tag.isComputed,
    isFrontComputed: tag.isFrontComputed,
    isAmp: tag.carrier === 'amp-pixel',
    isAnswered: false,
  };
}

function ofTag(rule: TagRule, context: TagContext): readonly Finding[] {
  const seen = rule.look(context);
  if (!seen) return NONE;
  const { at, values = {}, repair = null } = seen;
  const place = { start: at.start, end: at.end };
  return [{ code: rule.code, severity: rule.severity, place, values, repair }];
}

// What one rule mends is mended by one repair that its findings share: each repair is the whole URL
// once more, and two of them would never be made together.
function ofAddress(rule: AddressRule, context: AddressContext, tag: FoundTag): readonly Finding[] {
  const { code, written } = rule;
  if (written === null) return NONE;
  const sights = rule.look(context);
  if (sights.length === 0) return NONE;
  const changes = sights.flatMap(({ change }) => change ?? []);
  const repair = changes.length === 0 ? null : replaceUrl(tag, applyEdits(tag.url.text, changes));
  return sights.map(({ at, values = {}, severity = written, change }) => ({
    code,
    severity,
    place: inText(tag, at),
    values,
    repair: change ? repair : null,
  }));
}

function wantedBy({ carrier }: FoundTag): '1' | '2' | null {
  if (carrier === 'script') return '1';
  return carrier === 'text' || carrier === 'other-element' ? null : '2';
}
