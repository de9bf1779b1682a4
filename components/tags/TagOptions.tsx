import { Check } from '@/components/ui/Check';
import { TextField } from '@/components/ui/Field';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { consentParameters, type TagChoices } from '@/lib/core/tag/write/build-tag';
import { builderText as text } from '@/lib/text/builder/builder';

import { CachebusterField } from './CachebusterField';
import { CostField } from './CostField';

interface TagOptionsProps {
  server: AdServer | null;
  choices: TagChoices;
  onChange: (part: Partial<TagChoices>) => void;
}

/** Whether nobody has to ask what the ad server's cachebuster is. */
export function hasKnownCachebuster(server: AdServer | null): boolean {
  return server !== null && server.cachebuster !== null;
}

/** What most tags do without: cost, consent, a redirect, and how the tag is written. */
export function TagOptions({ server, choices, onChange }: TagOptionsProps) {
  const isKnown = hasKnownCachebuster(server);
  const isUsed =
    choices.withCost ||
    choices.withConsent ||
    choices.redir !== '' ||
    (isKnown && choices.cachebuster !== '');
  const hasConsent = server !== null && consentParameters(server).length > 0;
  const isMarkup = choices.type === 'image' || choices.type === 'javascript';
  return (
    <details class="pb-more" open={isUsed}>
      <summary>{text.options}</summary>
      <div class="pb-stack">
        {isKnown && <CachebusterField server={server} choices={choices} onChange={onChange} />}
        <CostField server={server} choices={choices} onChange={onChange} />
        <Check
          label={text.consent}
          checked={choices.withConsent && hasConsent}
          disabled={!hasConsent}
          hint={hasConsent ? text.consentHint : text.consentNone}
          onChange={(withConsent) => onChange({ withConsent })}
        />
        <TextField
          label={text.redir}
          type="url"
          optional
          value={choices.redir}
          hint={text.redirHint}
          placeholder="https://"
          onInput={(redir) => onChange({ redir })}
        />
        {choices.type !== 'url' && choices.type !== 'native' && (
          <Check
            label={text.comments}
            checked={choices.comments}
            onChange={(comments) => onChange({ comments })}
          />
        )}
        {isMarkup && (
          <Check
            label={text.escaped}
            checked={choices.ampersands === 'escaped'}
            hint={text.escapedHint}
            onChange={(isEscaped) => onChange({ ampersands: isEscaped ? 'escaped' : 'raw' })}
          />
        )}
      </div>
    </details>
  );
}
