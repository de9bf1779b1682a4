import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import type { SessionInfo } from '@/lib/core/account/session';
import type { KeyAbout } from '@/lib/core/account/sign-in';
import { keysText as text } from '@/lib/text/account/keys';

import { useAddress } from './AddressFields';
import { ConfirmAddress } from './ConfirmAddress';
import type { KeysModel } from './keys-model';

interface KeyStepsProps {
  model: KeysModel;
  about: KeyAbout;
  session: SessionInfo | null;
  onCopy: (text: string) => Promise<boolean>;
  onSignIn: (key: KeyAbout, confirmed: boolean) => void;
}

/** What is left to do with a key by which nobody has signed in: have it registered, and sign in. */
export function KeySteps({ model, about, session, onCopy, onSignIn }: KeyStepsProps) {
  const { id, name, username, baseUrl, bits, publicKey } = about;
  const [copied, setCopied] = useState<boolean | null>(null);
  const { address, confirmed, confirm } = useAddress(() => baseUrl, []);
  const isSelf = session?.username === username && session.baseUrl === baseUrl;
  const isRegistered = model.registered.value === id;
  return (
    <section class="pb-stack pb-key" aria-label={text.of(name, username)}>
      <header>
        <strong>{text.of(name, username)}</strong>{' '}
        <span class="pb-muted pb-small">{text.bits(bits)}</span>
      </header>
      <h3>{text.registerTitle}</h3>
      <p>{isSelf ? text.registerSelf : text.registerByHand(username, name)}</p>
      <Field label={text.publicKey}>
        {({ id: field }) => (
          <textarea id={field} class="pb-input pb-key-public" readOnly rows={3} value={publicKey} />
        )}
      </Field>
      <div class="pb-row pb-wrap">
        {isSelf && (
          <Button
            kind={isRegistered ? 'plain' : 'primary'}
            disabled={model.isBusy.value || isRegistered}
            onClick={() => void model.register(id)}
          >
            {text.registerNow}
          </Button>
        )}
        <Button onClick={() => void onCopy(publicKey).then(setCopied)}>{text.copy}</Button>
        <span role="status" class="pb-muted pb-small">
          {copied !== null && (copied ? text.copied : text.notCopied)}
        </span>
      </div>
      {isRegistered && <Notice kind="pass">{text.registered}</Notice>}
      <h3>{text.signInTitle}</h3>
      {address.kind === 'other' && (
        <ConfirmAddress what="key" address={address} confirmed={confirmed} onConfirm={confirm} />
      )}
      <div class="pb-row pb-wrap">
        <Button
          kind={isRegistered || !isSelf ? 'primary' : 'plain'}
          disabled={model.isBusy.value || (address.kind === 'other' && !confirmed)}
          onClick={() => onSignIn(about, confirmed)}
        >
          {text.signIn}
        </Button>
        <Button kind="quiet" disabled={model.isBusy.value} onClick={() => void model.drop(id)}>
          {text.drop}
        </Button>
      </div>
    </section>
  );
}
