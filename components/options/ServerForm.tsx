import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Choice } from '@/components/ui/Choice';
import { TextField } from '@/components/ui/Field';
import { focusIn } from '@/components/ui/focus-in';
import { Notice } from '@/components/ui/Notice';
import { ACCEPTS } from '@/lib/core/ad-server/ad-server';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { type ProfileDraft, readDraft } from '@/lib/core/ad-server/profile-draft';
import type { RowProblem } from '@/lib/core/ad-server/profile-rules';
import type { Profiles } from '@/lib/core/ad-server/profiles';
import { acceptsText, optionsText as text, rowProblemText } from '@/lib/text/pages/options';

import { LinesField } from './LinesField';
import type { OptionsModel } from './options-model';

interface ServerFormProps {
  model: OptionsModel;
  draft: ProfileDraft;
  isRestored: boolean;
  profiles: Profiles;
}

/** A new ad server, or what is different about one of the catalogue. */
export function ServerForm({ model, draft, isRestored, profiles }: ServerFormProps) {
  const [problems, setProblems] = useState<readonly RowProblem[]>([]);
  const top = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (!isRestored) focusIn(top.current, 'input, textarea');
  }, [isRestored]);
  const known = adServerById(draft.id, AD_SERVERS);
  const base = profiles.own.find(({ id }) => id === draft.id) ?? null;
  const change = (part: Partial<ProfileDraft>) => model.editForm({ ...draft, ...part });
  const problemOf = (field: string) => {
    const found = problems.find((problem) => problem.field === field);
    return found ? rowProblemText(found) : null;
  };
  // What the catalogue says stands beside each field of an override.
  const said = (value: string | number | null | undefined, hint: string | null = null) =>
    known
      ? [text.catalogueSays(String(value || text.notKnown)), hint].filter(Boolean).join('. ')
      : hint;
  const submit = () => {
    const taken = new Set(
      [...AD_SERVERS, ...profiles.own, ...profiles.managed].map(({ id }) => id),
    );
    const read = readDraft(draft, base, AD_SERVERS, taken);
    setProblems(read.problems);
    if (read.row) model.save(read.row, read.row.name ?? known?.name ?? read.row.id);
    else focusIn(top.current, '[aria-invalid]');
  };
  const cost = known?.cost;
  const costSaid = cost === 'none' ? text.costNone : cost ? cost.macro : null;
  const macro = (name: 'gdpr' | 'gdprConsent' | 'gpp' | 'gppSid') => (
    <TextField
      label={text[name]}
      mono
      value={draft[name]}
      hint={said(known?.consent[name])}
      onInput={(value) => change({ [name]: value })}
    />
  );
  const whole = problems.find(({ field }) => field === '');
  return (
    <form
      ref={top}
      class="pb-serverform pb-stack"
      noValidate
      aria-labelledby="server-form-title"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3 id="server-form-title">
        {known
          ? text.formOverride(known.name)
          : base?.name
            ? text.formEdit(base.name)
            : text.formNew}
      </h3>
      {isRestored && <Notice kind="info">{text.restored}</Notice>}
      {known && <p class="pb-hint">{text.overrideHint}</p>}
      {whole && <Notice kind="fail">{rowProblemText(whole)}</Notice>}
      <div class="pb-server-columns">
        <TextField
          label={text.name}
          value={draft.name}
          optional={known !== null}
          hint={said(known?.name)}
          problem={problemOf('name')}
          onInput={(name) => change({ name })}
        />
        <TextField
          label={text.cachebuster}
          mono
          value={draft.cachebuster}
          hint={said(known?.cachebuster, text.cachebusterHint)}
          problem={problemOf('cachebuster')}
          onInput={(cachebuster) => change({ cachebuster })}
        />
        <LinesField
          label={text.hosts}
          value={draft.hosts}
          hint={said(known?.hosts.join(' '), text.hostsHint)}
          problem={problemOf('hosts')}
          onInput={(hosts) => change({ hosts })}
        />
        <LinesField
          label={text.cachebusterAliases}
          value={draft.cachebusterAliases}
          hint={said(known?.cachebusterAliases.join(' '), text.aliasesHint)}
          problem={problemOf('cachebusterAliases')}
          onInput={(cachebusterAliases) => change({ cachebusterAliases })}
        />
      </div>
      <Choice
        label={text.cost}
        value={draft.cost}
        options={[
          { value: '', label: text.costNotSaid },
          { value: 'none', label: text.costNone },
          { value: 'macro', label: text.costMacro },
        ]}
        onChange={(value) => change({ cost: value })}
      />
      {known && <p class="pb-hint">{said(costSaid)}</p>}
      {draft.cost === 'macro' && (
        <div class="pb-server-columns">
          <TextField
            label={text.costMacroField}
            mono
            value={draft.costMacro}
            problem={problemOf('cost')}
            onInput={(costMacro) => change({ costMacro })}
          />
          <TextField
            label={text.costUnit}
            value={draft.costUnit}
            hint={text.costUnitHint}
            onInput={(costUnit) => change({ costUnit })}
          />
        </div>
      )}
      <fieldset class="pb-group">
        <legend class="pb-label">{text.accepts}</legend>
        <div class="pb-row pb-wrap">
          {ACCEPTS.map((kind) => (
            <label key={kind} class="pb-check">
              <input
                type="checkbox"
                checked={draft.accepts.includes(kind)}
                onChange={(event) =>
                  change({
                    accepts: event.currentTarget.checked
                      ? [...draft.accepts, kind]
                      : draft.accepts.filter((other) => other !== kind),
                  })
                }
              />
              {acceptsText[kind]}
            </label>
          ))}
        </div>
        <p class="pb-hint">
          {said(known?.accepts.map((kind) => acceptsText[kind]).join(', '), text.acceptsHint)}
        </p>
      </fieldset>
      <details>
        <summary>{text.consent}</summary>
        <div class="pb-server-columns">
          {macro('gdpr')}
          {macro('gdprConsent')}
          {macro('gpp')}
          {macro('gppSid')}
        </div>
        {problemOf('consent') && <p class="pb-problem">{problemOf('consent')}</p>}
      </details>
      <div class="pb-server-columns">
        <TextField
          label={text.maxLength}
          value={draft.maxLength}
          hint={said(known?.maxLength)}
          problem={problemOf('maxLength')}
          onInput={(maxLength) => change({ maxLength })}
        />
        <Choice
          label={text.httpsOnly}
          value={draft.httpsOnly}
          options={[
            { value: '', label: text.notSaid },
            { value: 'yes', label: text.yes },
            { value: 'no', label: text.no },
          ]}
          onChange={(httpsOnly) => change({ httpsOnly })}
        />
      </div>
      <LinesField
        label={text.pasteWhere}
        value={draft.pasteWhere}
        isText
        hint={said(known?.pasteWhere)}
        problem={problemOf('pasteWhere')}
        onInput={(pasteWhere) => change({ pasteWhere })}
      />
      <div class="pb-row">
        <Button kind="primary" type="submit">
          {text.save}
        </Button>
        <Button onClick={() => model.closeForm()}>{text.cancel}</Button>
      </div>
    </form>
  );
}
