import { useMemo } from 'preact/hooks';

import { SignInView } from '@/components/account/SignInView';
import { SIGN_IN_KEY } from '@/lib/core/tracker/draft-key';

import type { TrackersModel } from './trackers-model';

/** Sign-in, where the trackers will stand. */
export function SignedOut({ model }: { model: TrackersModel }) {
  const { actions } = model;
  const draft = useMemo(
    () => ({
      read: () => actions.readDraft(SIGN_IN_KEY),
      write: (value: unknown) => actions.writeDraft(SIGN_IN_KEY, value),
    }),
    [actions],
  );
  return (
    <SignInView
      lastUser={model.lastUser.value}
      consoles={model.consoles.value}
      sessionEnded={model.sessionEnded.value}
      readDraft={draft.read}
      writeDraft={draft.write}
      onSignIn={(input) => model.signIn(input)}
    />
  );
}
