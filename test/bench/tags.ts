import { tokenize } from 'html5parser';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { acceptsType, buildTag, DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import { checkText } from '@/lib/core/judge/check-text';
import { readTags } from '@/lib/core/tag/read/read-tags';
import { renderTag, renderUrl } from '@/lib/core/tag/write/render-tag';
import { TAG_TYPES, type TagSpec } from '@/lib/core/tag/tag-spec';

import { ANYWHERE } from '../unit/core/rules/places';
import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

/** What it costs to write tags and read them back, and that twice as many cost twice as much. */
export function benchTags(): readonly Row[] {
  const specs = makeSpecs(20_000);
  const half = specs.slice(0, 10_000);
  const texts = half.map(renderTag);
  const urls = half.map(renderUrl);
  const [one, two] = [texts.join('\n'), specs.map(renderTag).join('\n')];

  const asJson = leastOfBoth(
    () => half.forEach((spec) => readTags(renderTag(spec))),
    () => half.forEach((spec) => JSON.parse(JSON.stringify(spec))),
  );
  const tokens = leastOfBoth(
    () => texts.forEach((text) => readTags(text)),
    () => texts.forEach((text) => tokenize(text)),
  );
  const written = leastOfBoth(
    () => half.forEach(renderTag),
    () => urls.forEach((url) => new URL(url)),
  );
  const growth = leastOfBoth(
    () => specs.forEach((spec) => readTags(renderTag(spec))),
    () => half.forEach((spec) => readTags(renderTag(spec))),
  );
  const together = leastOfBoth(
    () => checkText(two, ANYWHERE),
    () => checkText(one, ANYWHERE),
    5,
  );
  // The limits on growth are what "in line with the length" means; against other work only what reading
  // a clean tag costs was promised.
  return [
    row(
      '10,000 tags rendered and parsed',
      asJson,
      'JSON.stringify + JSON.parse of the specs',
      null,
    ),
    row('… parsed', tokens, 'the HTML tokenizer alone, same texts', 12),
    row('… rendered', written, '`new URL()` of the same URLs', null),
    row('20,000 tags rendered and parsed', growth, '10,000', 2.3),
    row('20,000 tags in one text checked', together, '10,000 in one text', 2.3),
  ];
}

function row(
  what: string,
  timed: ReturnType<typeof leastOfBoth>,
  baseline: string,
  limit: number | null,
): Row {
  return { what, value: timed.one, baseline, base: timed.other, limit };
}

// Every ad server with every type it takes, over and over, each of another tracker.
function makeSpecs(count: number): readonly TagSpec[] {
  const kinds = AD_SERVERS.flatMap((server) =>
    TAG_TYPES.filter((type) => acceptsType(server, type)).map((type) => ({ server, type })),
  );
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((id) => {
    const kind = kinds[id % kinds.length];
    if (!kind) return [];
    const choices = { ...DEFAULT_CHOICES, type: kind.type, withConsent: id % 3 === 0 };
    const redir = id % 5 ? '' : `https://other.example/p?a=${id}&b=two`;
    const tracker = { id, name: `Tracker ${id} – autumn burst, homepage` };
    return [buildTag(tracker, kind.server, { ...choices, redir })];
  });
}
