import { LogIn } from 'lucide';
import { useEffect, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import { type Failure, toFailure } from '@/lib/core/errors';
import { PRODUCTION_API } from '@/lib/core/session';
import { popupText as text } from '@/lib/text/popup';

interface SignInViewProps {
  lastUser: { readonly username: string; readonly baseUrl: string } | null;
  sessionEnded: boolean;
  readDraft: () => Promise<unknown>;
  writeDraft: (draft: { username: string; baseUrl: string }) => Promise<void>;
  onSignIn: (input: { username: string; password: string; baseUrl: string }) => Promise<void>;
}

/** Sign-in. What is typed is kept while the popup is closed, except the password. */
export function SignInView({
  lastUser,
  sessionEnded,
  readDraft,
  writeDraft,
  onSignIn,
}: SignInViewProps) {
  const [username, setUsername] = useState(lastUser?.username ?? '');
  const [password, setPassword] = useState('');
  const [baseUrl, setBaseUrl] = useState(lastUser?.baseUrl ?? PRODUCTION_API);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    void readDraft().then((draft) => {
      if (typeof draft !== 'object' || draft === null) return;
      if ('username' in draft && typeof draft.username === 'string') setUsername(draft.username);
      if ('baseUrl' in draft && typeof draft.baseUrl === 'string') setBaseUrl(draft.baseUrl);
    });
  }, [readDraft]);

  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await onSignIn({ username: username.trim(), password, baseUrl });
    } catch (error) {
      setFailure(toFailure(error));
      setPassword('');
    } finally {
      setBusy(false);
    }
  };

  return (
    <form class="pb-signin pb-stack" onSubmit={(event) => void submit(event)}>
      <header>
        <img src="/icon/48.png" alt="" width={40} height={40} />
        <h1>{text.product}</h1>
        <p class="pb-muted">{text.tagline}</p>
      </header>
      {sessionEnded && !failure && <Notice kind="warning">{text.sessionEnded}</Notice>}
      {failure && <FailureNotice failure={failure} />}
      <TextField
        label={text.username}
        name="username"
        autocomplete="username"
        required
        value={username}
        onInput={(value) => {
          setUsername(value);
          void writeDraft({ username: value, baseUrl });
        }}
      />
      <TextField
        label={text.password}
        name="password"
        type="password"
        autocomplete="current-password"
        required
        value={password}
        onInput={setPassword}
        hint={text.passwordKept}
      />
      <details open={baseUrl !== PRODUCTION_API}>
        <summary>{text.environment}</summary>
        <div class="pb-stack">
          <TextField
            label={text.apiAddress}
            name="baseUrl"
            value={baseUrl}
            hint={text.apiAddressHint}
            onInput={(value) => {
              setBaseUrl(value);
              void writeDraft({ username, baseUrl: value });
            }}
          />
        </div>
      </details>
      <Button kind="primary" type="submit" icon={LogIn} disabled={busy}>
        {busy ? text.signingIn : text.signIn}
      </Button>
    </form>
  );
}
