import type { ComponentChild } from 'preact';

import { AccountMenu } from '@/components/account/AccountMenu';
import { ForgetDialog } from '@/components/account/ForgetDialog';
import { KeyForm } from '@/components/account/KeyForm';
import { createKeysModel } from '@/components/account/keys-model';
import { KeySteps } from '@/components/account/KeySteps';
import { OtherSignIns } from '@/components/account/OtherSignIns';
import { SignInAgain } from '@/components/account/SignInAgain';
import { SignInList } from '@/components/account/SignInList';
import { SignInView } from '@/components/account/SignInView';
import type { SignInActions } from '@/components/stores/sign-ins';
import { DAY_MS, IDLE_MS, type Lifetime } from '@/lib/core/account/lifetime';
import type { KeyProblem } from '@/lib/core/account/private-key';
import type { KeyAbout } from '@/lib/core/account/sign-in';

import { infoOf, KEY, signInActions, signInOf } from '../../unit/components/account/sign-in-sample';
import { Press } from '../press';
import { never, nothing, statesOf } from '../state';

const LONG = 'Tidewater Advertising and Media Holdings, North and West';

const PRODUCTION = { username: 'trafficker', baseUrl: 'https://api.appnexus.com' };

const signIn = (
  lastUser: { username: string; baseUrl: string } | null,
  { ended = false, draft = undefined as unknown } = {},
  others: ComponentChild = null,
) => (
  <main class="pb-app pb-popup">
    <SignInView
      lastUser={lastUser}
      consoles={['https://app.kevel.co/*']}
      sessionEnded={ended}
      readDraft={async () => draft}
      writeDraft={async () => {}}
      onSignIn={never}
    >
      {others}
    </SignInView>
  </main>
);

const MANY = [
  signInOf({}, { isChosen: true, lifetime: null }),
  signInOf({ memberId: 3, memberName: LONG }, { key: { id: 'key-1', name: 'piggyback' } }),
  signInOf({
    memberId: 4,
    baseUrl: 'https://api-test.appnexus.com',
    username: 'somebody.with.a.long.name@example.com',
    readOnly: true,
  }),
  signInOf(
    { memberId: 5, memberName: 'Lantern Media', trackersEnabled: false },
    { isSignedIn: false },
  ),
];

const menu = (lifetime: Lifetime | null = null) => (
  <Press at={['.pb-account-button']}>
    <main class="pb-app pb-popup">
      <header class="pb-row pb-topbar">
        <h1>Piggyback</h1>
        <AccountMenu
          session={infoOf({ memberName: LONG })}
          signIns={MANY}
          ending={lifetime}
          onSwitch={nothing}
          onStay={nothing}
          onAgain={nothing}
          onManage={nothing}
        />
      </header>
      <div style={{ minHeight: '320px' }} />
    </main>
  </Press>
);

/** A session that ends in some minutes, since it was not used, or since it is a day old. */
const endingIn = (minutes: number, age = 0): Lifetime => {
  const usedAt = Date.now() + minutes * 60_000 - IDLE_MS;
  return age === 0 ? { issuedAt: usedAt, usedAt } : { issuedAt: usedAt - age, usedAt: Date.now() };
};

const inDialog = (dialog: ComponentChild) => <main class="pb-app pb-popup">{dialog}</main>;

const keysModel = (change: Partial<SignInActions> = {}) => createKeysModel(signInActions(change));
const keyForm = (problem: KeyProblem | null = null) => {
  const model = keysModel();
  model.problem.value = problem;
  return (
    <main class="pb-app pb-popup">
      <KeyForm model={model} user={infoOf()} consoles={[]} />
    </main>
  );
};
const keySteps = (about: Partial<KeyAbout> = {}, isRegistered = false) => {
  const model = keysModel();
  model.registered.value = isRegistered ? KEY.id : null;
  return (
    <main class="pb-app pb-popup">
      <KeySteps
        model={model}
        about={{ ...KEY, ...about }}
        session={infoOf()}
        onCopy={async () => true}
        onSignIn={nothing}
      />
    </main>
  );
};

export const account = statesOf('account', {
  'sign-in': () => signIn(null),
  'sign-in-again': () => signIn(PRODUCTION, { ended: true }),
  'sign-in-look-alike': () =>
    signIn({ username: 'trafficker', baseUrl: 'https://api.appnexus.com.evil.example' }),
  'sign-in-beside-others': () =>
    signIn(
      PRODUCTION,
      { ended: true },
      <OtherSignIns signIns={MANY} onSwitch={nothing} onKey={nothing} />,
    ),
  menu: () => menu(),
  'menu-ending-unused': () => menu(endingIn(12.5)),
  'menu-ending-day': () => menu(endingIn(4.5, DAY_MS - IDLE_MS)),
  'sign-in-again-before-the-end': () =>
    inDialog(<SignInAgain session={infoOf()} onSignIn={never} onClose={nothing} />),
  'sign-in-again-elsewhere': () =>
    inDialog(
      <SignInAgain
        session={infoOf({ baseUrl: 'https://api-test.appnexus.com' })}
        onSignIn={never}
        onClose={nothing}
      />,
    ),
  'sign-ins': () => (
    <main class="pb-app pb-popup">
      <SignInList signIns={MANY} onSwitch={nothing} onForget={nothing} />
    </main>
  ),
  'sign-ins-none': () => (
    <main class="pb-app pb-popup">
      <SignInList signIns={[]} onSwitch={nothing} onForget={nothing} />
    </main>
  ),
  'forget-with-key': () =>
    inDialog(
      <ForgetDialog
        of={signInOf({}, { key: { id: KEY.id, name: KEY.name } })}
        about={KEY}
        onCancel={nothing}
        onForget={nothing}
      />,
    ),
  'key-form': () => keyForm(),
  'key-form-encrypted': () => keyForm('encrypted'),
  'key-steps': () => keySteps(),
  'key-steps-registered': () => keySteps({}, true),
  'key-steps-by-hand': () =>
    keySteps({ username: 'read.only', baseUrl: 'https://api-test.appnexus.com' }),
  'sign-in-own-address': () => signIn({ username: 'trafficker', baseUrl: 'https://api.example' }),
});
