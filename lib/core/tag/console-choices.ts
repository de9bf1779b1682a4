import type { AdServer } from '../ad-server/ad-server';
import { DEFAULT_CHOICES, type TagChoices, typeFor } from './build-tag';
import { type FieldClues, takesOnlyUrls, wantsScript } from './field-kind';
import type { TagType } from './tag-spec';

interface Known {
  /** The ad server whose console this is, or that was chosen here last. */
  readonly server: AdServer | null;
  /** What was last chosen in this account of the console. */
  readonly rememberedType: TagType | null;
  /** What was last chosen anywhere. */
  readonly kept: TagChoices | null;
  readonly field: FieldClues | null;
}

/**
 * What the builder begins with in a console: the console says the ad server and its field the type.
 * Cost and redirect of another day would surprise, so they never come along.
 */
export function choicesForConsole({ server, rememberedType, kept, field }: Known): TagChoices {
  const base = kept ?? DEFAULT_CHOICES;
  return {
    ...DEFAULT_CHOICES,
    adServerId: server?.id ?? base.adServerId,
    type: field && takesOnlyUrls(field) ? 'url' : (rememberedType ?? typeFor(server)),
    loadedBy: field && wantsScript(field) ? 'javascript' : 'image',
    comments: base.comments,
    withConsent: base.withConsent,
  };
}
