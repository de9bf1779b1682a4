import { useEffect, useMemo, useState } from 'preact/hooks';

import { ForgetDialog } from '@/components/account/ForgetDialog';
import { KeyForm } from '@/components/account/KeyForm';
import { KeySteps } from '@/components/account/KeySteps';
import { type KeysModel, waitingKeys } from '@/components/account/keys-model';
import { SignInList } from '@/components/account/SignInList';
import { SignInView } from '@/components/account/SignInView';
import type { TrackersModel } from '@/components/pages/trackers/trackers-model';
import { Choice } from '@/components/ui/Choice';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import type { SignInState } from '@/lib/core/account/sign-in';
import { keysText } from '@/lib/text/account/keys';
import { forgetText, signInsText as text, whoseText } from '@/lib/text/account/sign-ins';

interface SignInsPlaceProps {
  model: TrackersModel;
  keys: KeysModel;
}

/** All sign-ins of this browser, another one, and keys. */
export function SignInsPlace({ model, keys }: SignInsPlaceProps) {
  const [how, setHow] = useState<'key' | 'password'>('key');
  const [leaving, setLeaving] = useState<SignInState | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { signIns, session, actions } = model;
  useEffect(() => void keys.load(), []);
  const draft = useMemo(() => ({ read: async () => undefined, write: async () => {} }), []);
  const failed = failure ?? model.signInFailure.value;
  const waiting = waitingKeys(keys.keys.value, signIns.value);

  const forget = async (of: SignInState, data: 'keep' | 'delete', deactivate: boolean) => {
    setLeaving(null);
    setFailure(null);
    try {
      const { isDeactivated } = await actions.signIns.forget(of.account, data, deactivate);
      setSaid(forgetText.done(whoseText(of.info), isDeactivated));
      if (of.isChosen) await model.start();
      else await model.loadSignIns();
      await keys.load();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return (
    <div class="pb-place pb-place-narrow pb-stack pb-sign-ins-place">
      <h1 tabIndex={-1} data-focus>
        {text.title}
      </h1>
      <p class="pb-muted">{text.lead}</p>
      {failed && <FailureNotice failure={failed} />}
      {said && <Notice kind="pass">{said}</Notice>}
      <SignInList
        signIns={signIns.value}
        onSwitch={(to) => void model.switchTo(to)}
        onForget={setLeaving}
      />
      {waiting.length > 0 && (
        <>
          <h2>{keysText.waiting}</h2>
          {waiting.map((about) => (
            <KeySteps
              key={about.id}
              model={keys}
              about={about}
              session={session.value}
              onCopy={(words) => actions.copy(words)}
              onSignIn={(key, confirmed) => void signInByKey(key, confirmed)}
            />
          ))}
        </>
      )}
      <h2>{text.add}</h2>
      <Choice
        label={text.how}
        value={how}
        options={[
          { value: 'key', label: text.key },
          { value: 'password', label: text.password },
        ]}
        onChange={setHow}
      />
      {how === 'key' ? (
        <KeyForm
          key={session.value?.username}
          model={keys}
          user={session.value}
          consoles={model.consoles.value}
        />
      ) : (
        <SignInView
          isMore
          lastUser={null}
          consoles={model.consoles.value}
          sessionEnded={false}
          readDraft={draft.read}
          writeDraft={draft.write}
          onSignIn={(input) => model.signIn({ ...input, beside: true })}
        />
      )}
      {leaving && (
        <ForgetDialog
          of={leaving}
          about={keys.keys.value.find(({ id }) => id === leaving.key?.id) ?? null}
          onCancel={() => setLeaving(null)}
          onForget={(data, deactivate) => void forget(leaving, data, deactivate)}
        />
      )}
    </div>
  );

  async function signInByKey(key: (typeof waiting)[number], confirmed: boolean): Promise<void> {
    const info = await keys.signIn(key, confirmed, session.value !== null);
    if (info) await model.start();
  }
}
