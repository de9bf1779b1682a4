import { Copy, TextCursorInput } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Choice } from '@/components/ui/Choice';
import { Field, TextField } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { buildTag, checkChoices, type TagChoices } from '@/lib/core/tag/build-tag';
import { renderTag, renderUrl } from '@/lib/core/tag/render-tag';
import { TAG_TYPES } from '@/lib/core/tag/tag-spec';
import { builderText as text, choiceProblemText, tagTypeText } from '@/lib/text/builder';

import { CostField } from './CostField';

export type Delivery = 'done' | 'not-inserted' | 'no-field' | 'copy-failed';

export interface TagBuilderProps {
  tracker: { readonly id: number; readonly name: string } | null;
  choices: TagChoices;
  onChoices: (choices: TagChoices) => void;
  onCopy: (tag: string) => Promise<Delivery>;
  /** Absent where there is no field to insert into. */
  onInsert?: (tag: string) => Promise<Delivery>;
  /** What stands above the choices, such as the tracker's picker. */
  children?: ComponentChildren;
}

type Said = { kind: 'pass' | 'warning'; text: string } | null;

/** Choices on one side, the tag they make on the other; the same in the popup and in a console. */
export function TagBuilder(props: TagBuilderProps) {
  const { tracker, choices, onChoices, onInsert } = props;
  const [said, setSaid] = useState<Said>(null);
  const preview = useRef<HTMLTextAreaElement>(null);
  const server = adServerById(choices.adServerId);
  const spec = tracker && buildTag(tracker, server, choices);
  const tag = spec && renderTag(spec);
  const problems = spec ? checkChoices(spec, server, choices, renderUrl(spec)) : [];
  const change = (part: Partial<TagChoices>) => onChoices({ ...choices, ...part });

  useEffect(() => setSaid(null), [tag]);
  const deliver = async (run: (text: string) => Promise<Delivery>, success: string) => {
    if (!tag) return;
    setSaid(sayDelivery(await run(tag), success));
  };

  return (
    <div class="pb-builder pb-stack">
      {props.children}
      <Choice
        label={text.type}
        value={choices.type}
        options={TAG_TYPES.map((type) => ({ value: type, label: tagTypeText[type] }))}
        onChange={(type) => change({ type })}
      />
      <AdServerSelect server={server} onChange={(adServerId) => change({ adServerId })} />
      <Cachebuster server={server} choices={choices} onChange={change} />
      <details class="pb-more" open={choices.withCost || choices.redir !== ''}>
        <summary>{text.options}</summary>
        <div class="pb-stack">
          <CostField server={server} choices={choices} onChange={change} />
          <TextField
            label={text.redir}
            type="url"
            optional
            value={choices.redir}
            hint={text.redirHint}
            placeholder="https://"
            onInput={(redir) => change({ redir })}
          />
        </div>
      </details>
      {tag === null ? (
        <p class="pb-muted">{text.chooseTracker}</p>
      ) : (
        <Field label={text.preview}>
          {({ id }) => (
            <textarea
              ref={preview}
              id={id}
              class="pb-input pb-preview"
              readOnly
              rows={5}
              spellcheck={false}
              value={tag}
              onFocus={(event) => event.currentTarget.select()}
            />
          )}
        </Field>
      )}
      {problems.length > 0 && (
        <Notice kind="warning">
          {problems.map((problem) => (
            <p key={problem}>{choiceProblemText(problem, server)}</p>
          ))}
        </Notice>
      )}
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      <div class="pb-row pb-actions">
        {onInsert && (
          <Button
            kind="primary"
            icon={TextCursorInput}
            disabled={tag === null}
            onClick={() => void deliver(onInsert, text.inserted)}
          >
            {text.insert}
          </Button>
        )}
        <Button
          kind={onInsert ? 'plain' : 'primary'}
          icon={Copy}
          disabled={tag === null}
          onClick={() => void deliver(props.onCopy, text.copied)}
        >
          {text.copy}
        </Button>
      </div>
    </div>
  );
}

function AdServerSelect(props: { server: AdServer | null; onChange: (id: string | null) => void }) {
  const { server, onChange } = props;
  return (
    <div>
      <Field label={text.adServer}>
        {({ id }) => (
          <select
            id={id}
            class="pb-input"
            value={server?.id ?? ''}
            onChange={(event) => onChange(event.currentTarget.value || null)}
          >
            <option value="">{text.noAdServer}</option>
            {AD_SERVERS.toSorted((a, b) => a.name.localeCompare(b.name)).map(
              ({ id: key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ),
            )}
          </select>
        )}
      </Field>
      {server?.pasteWhere && (
        <details class="pb-where pb-small">
          <summary>{text.pasteWhere}</summary>
          <p class="pb-muted">{server.pasteWhere}</p>
        </details>
      )}
    </div>
  );
}

function Cachebuster(props: {
  server: AdServer | null;
  choices: TagChoices;
  onChange: (part: Partial<TagChoices>) => void;
}) {
  const { server, choices, onChange } = props;
  const unknown = server !== null && server.cachebuster === null;
  return (
    <TextField
      label={text.cachebuster}
      mono
      value={choices.cachebuster}
      placeholder={server?.cachebuster ?? ''}
      hint={unknown ? text.cachebusterUnknown : text.cachebusterHint}
      onInput={(cachebuster) => onChange({ cachebuster })}
    />
  );
}

function sayDelivery(delivery: Delivery, success: string): Said {
  if (delivery === 'done') return { kind: 'pass', text: success };
  const words = {
    'not-inserted': text.notInserted,
    'no-field': text.noField,
    'copy-failed': text.copyFailed,
  };
  return { kind: 'warning', text: words[delivery] };
}
