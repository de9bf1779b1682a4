import { useState } from 'preact/hooks';

import { AccountMenu } from '@/components/account/AccountMenu';
import { SignInAgain } from '@/components/account/SignInAgain';

import type { TrackersModel } from './trackers-model';

/** Whose data a page shows, the menu to switch to another, and a sign-in before the session ends. */
export function WhoMenu({ model }: { model: TrackersModel }) {
  const [isAgain, setAgain] = useState(false);
  const session = model.session.value;
  if (!session) return <span class="pb-grow" />;
  return (
    <>
      <AccountMenu
        session={session}
        signIns={model.signIns.value}
        ending={model.ending.value}
        onSwitch={(to) => void model.switchTo(to)}
        onStay={() => void model.attempt.run(model.actions.signIns.stay)}
        onAgain={() => setAgain(true)}
        onManage={() => void model.actions.openWorkspace('#/sign-ins')}
      />
      {isAgain && (
        <SignInAgain
          session={session}
          onSignIn={(input) => model.signIn(input)}
          onClose={() => setAgain(false)}
        />
      )}
    </>
  );
}
