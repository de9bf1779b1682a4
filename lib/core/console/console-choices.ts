import type { AdServer } from '../ad-server/ad-server';
import { adServerById } from '../ad-server/lookup';
import { DEFAULT_CHOICES, type TagChoices, typeFor } from '../tag/write/build-tag';
import { type FieldClues, wantsScript } from './field-kind';
import type { TagType } from '../tag/tag-spec';

interface Known {
  readonly servers: readonly AdServer[];
  /** The ad server whose console this is, by its host. */
  readonly consoleServer: AdServer | null;
  /** What was inserted in this account of the console before. */
  readonly inserted: { readonly adServerId: string | null; readonly type: TagType } | null;
  /** What was last chosen anywhere. */
  readonly kept: TagChoices | null;
  readonly field: { readonly takes: 'url' | 'any'; readonly clues: FieldClues } | null;
}

/**
 * What the builder begins with in a console. The ad server is the one inserted for here, or else the
 * console's; with neither it is left to the person, for what was looked at elsewhere says nothing of
 * this field. Cost and redirect of another day would surprise, so they never come along.
 */
export function choicesForConsole(known: Known): TagChoices {
  const { field, kept, inserted } = known;
  const server = adServerById(inserted?.adServerId ?? null, known.servers) ?? known.consoleServer;
  return {
    ...DEFAULT_CHOICES,
    adServerId: server?.id ?? null,
    type: field?.takes === 'url' ? 'url' : (inserted?.type ?? typeFor(server)),
    loadedBy: field && wantsScript(field.clues) ? 'javascript' : 'image',
    comments: kept?.comments ?? DEFAULT_CHOICES.comments,
    withConsent: kept?.withConsent ?? DEFAULT_CHOICES.withConsent,
  };
}
