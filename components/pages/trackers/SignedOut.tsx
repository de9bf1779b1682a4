import { useMemo } from 'preact/hooks';

import { OtherSignIns } from '@/components/account/OtherSignIns';
import { SignInView } from '@/components/account/SignInView';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import { SIGN_IN_KEY } from '@/lib/core/tracker/draft-key';
import { signInsText as text } from '@/lib/text/account/sign-ins';
import { errorText } from '@/lib/text/errors';

import type { TrackersModel } from './trackers-model';

/** Sign-in, where the trackers will stand; while a key signs in by itself, that. */
export function SignedOut({ model }: { model: TrackersModel }) {
  const { actions, lastUser, signInFailure } = model;
  const draft = useMemo(
    () => ({
      read: () => actions.readDraft(SIGN_IN_KEY),
      write: (value: unknown) => actions.writeDraft(SIGN_IN_KEY, value),
    }),
    [actions],
  );
  if (model.resuming.value) {
    return (
      <p class="pb-empty" role="status" tabIndex={-1} data-focus>
        {text.resuming}
      </p>
    );
  }
  const refused = model.chosenSignIn.value?.refused;
  const user = lastUser.value;
  return (
    <>
      {signInFailure.value && <FailureNotice failure={signInFailure.value} />}
      {refused && !signInFailure.value && (
        <Notice kind="warning">
          <strong>{text.refused}</strong>
          <span>{errorText({ code: refused, detail: null, retryAfterSeconds: null }).next}</span>
        </Notice>
      )}
      <SignInView
        // Another one who is to sign in has a form of their own.
        key={user && `${user.baseUrl} ${user.username}`}
        lastUser={user}
        consoles={model.consoles.value}
        sessionEnded={model.sessionEnded.value}
        readDraft={draft.read}
        writeDraft={draft.write}
        onSignIn={(input) => model.signIn(input)}
      >
        <OtherSignIns
          signIns={model.signIns.value}
          onSwitch={(to) => void model.switchTo(to)}
          onKey={() => void actions.openWorkspace('#/sign-ins')}
        />
      </SignInView>
    </>
  );
}
