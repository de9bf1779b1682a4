import { SignInView } from '@/components/account/SignInView';

import { never, statesOf } from '../state';

const PRODUCTION = { username: 'trafficker', baseUrl: 'https://api.appnexus.com' };

const signIn = (
  lastUser: { username: string; baseUrl: string } | null,
  { ended = false, draft = undefined as unknown } = {},
) => (
  <main class="pb-app pb-popup">
    <SignInView
      lastUser={lastUser}
      consoles={['https://app.kevel.co/*']}
      sessionEnded={ended}
      readDraft={async () => draft}
      writeDraft={async () => {}}
      onSignIn={never}
    />
  </main>
);

export const account = statesOf('account', {
  'sign-in': () => signIn(null),
  'sign-in-again': () => signIn(PRODUCTION, { ended: true }),
  'sign-in-look-alike': () =>
    signIn({ username: 'trafficker', baseUrl: 'https://api.appnexus.com.evil.example' }),
  'sign-in-own-address': () => signIn({ username: 'trafficker', baseUrl: 'https://api.example' }),
});
