import { KeyRound } from 'lucide';
import { useId, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Field, TextField } from '@/components/ui/Field';
import { FileButton } from '@/components/ui/FileDrop';
import { FailureNotice, Notice, StatedNotice } from '@/components/ui/Notice';
import { MAX_NAME_CHARS } from '@/lib/core/base/limits';
import { PRODUCTION_API } from '@/lib/core/account/session';
import { keyProblems, keysText as text } from '@/lib/text/account/keys';

import { AddressFields, useAddress } from './AddressFields';
import type { KeysModel } from './keys-model';

interface KeyFormProps {
  model: KeysModel;
  /** Who is signed in, whom the key is likely for. */
  user: { readonly username: string; readonly baseUrl: string } | null;
  consoles: readonly string[];
}

/** Makes a key pair, or takes a private key: from a file, or pasted into a field that stays empty. */
export function KeyForm({ model, user, consoles }: KeyFormProps) {
  const [username, setUsername] = useState(user?.username ?? '');
  const [name, setName] = useState('piggyback');
  const of = useAddress(() => user?.baseUrl ?? PRODUCTION_API, consoles);
  const hint = useId();
  const [isUnnamed, setUnnamed] = useState(false);
  const { problem, failure, isBusy } = model;

  /** Does something for whom the fields name, where they name somebody. */
  const withNames = (act: (named: { username: string; name: string; baseUrl: string }) => void) => {
    const named = { username: username.trim(), name: name.trim() };
    const isThere = Object.values(named).every((one) => one !== '' && one.length <= MAX_NAME_CHARS);
    setUnnamed(!isThere);
    if (isThere && of.address.kind !== 'refused') act({ ...named, baseUrl: of.address.baseUrl });
  };
  const takeText = (pasted: string) =>
    withNames((named) => {
      if (pasted.trim() !== '') void model.takeText(named, pasted);
    });
  return (
    <div class="pb-stack pb-key-form">
      <p class="pb-muted">{text.lead}</p>
      <TextField
        label={text.username}
        name="keyUsername"
        value={username}
        onInput={setUsername}
        autocomplete="username"
      />
      <TextField
        label={text.name}
        name="keyName"
        value={name}
        hint={text.nameHint}
        onInput={setName}
      />
      <AddressFields of={of} onChange={of.set} asks={false} />
      {isUnnamed && <Notice kind="warning">{text.named}</Notice>}
      {failure.value && <FailureNotice failure={failure.value} />}
      {problem.value && <StatedNotice kind="fail" {...keyProblems[problem.value]} />}
      <div class="pb-stack" role="group" aria-label={text.have}>
        <div>
          <Button
            kind="primary"
            icon={KeyRound}
            disabled={isBusy.value}
            onClick={() => withNames((named) => void model.make(named))}
          >
            {isBusy.value ? text.working : text.make}
          </Button>
          <p class="pb-hint">{text.makeHint}</p>
        </div>
        <div>
          <FileButton
            label={text.file}
            accept=".pem,.key,.txt,.p8"
            hintId={hint}
            onFile={(file) => withNames((named) => void model.takeFile(named, file))}
          />
          <p id={hint} class="pb-hint">
            {text.fileHint}
          </p>
        </div>
        <Field label={text.paste} hint={text.pasteHint}>
          {({ id, describedBy }) => (
            <textarea
              id={id}
              class="pb-input pb-key-paste"
              rows={1}
              spellcheck={false}
              autocomplete="off"
              aria-describedby={describedBy}
              onPaste={(event) => {
                // What is pasted never stands in the page.
                event.preventDefault();
                takeText(event.clipboardData?.getData('text/plain') ?? '');
              }}
              onInput={({ currentTarget }) => {
                const { value } = currentTarget;
                currentTarget.value = '';
                takeText(value);
              }}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
