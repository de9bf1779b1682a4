import { LogIn } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import { focusIn } from '@/components/ui/focus-in';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import { judgeAddress } from '@/lib/core/account/api-address';
import { AppError, type Failure, toFailure } from '@/lib/core/base/errors';
import { PRODUCTION_API } from '@/lib/core/account/session';
import { popupText as text } from '@/lib/text/pages/popup';

import { AddressFields, useAddress } from './AddressFields';
import { FirstRun } from './FirstRun';
import { PasswordField } from './PasswordField';
import { SignInHelp } from './SignInHelp';

interface SignInViewProps {
  lastUser: { readonly username: string; readonly baseUrl: string } | null;
  /** Match patterns of the consoles that are known: no password goes there. */
  consoles: readonly string[];
  sessionEnded: boolean;
  /** Whether somebody is signed in already, and stays so: then it is another one. */
  isMore?: boolean;
  /** Other ways to sign in, below the form's button. */
  children?: ComponentChildren;
  readDraft: () => Promise<unknown>;
  writeDraft: (draft: { username: string; baseUrl: string }) => Promise<void>;
  onSignIn: (input: SignInInput) => Promise<void>;
}

/** Who signs in, and where. */
export interface SignInInput {
  readonly username: string;
  readonly password: string;
  readonly baseUrl: string;
  readonly confirmed: boolean;
}

/**
 * Sign-in. What is typed is kept while the popup is closed, except the password, and except that a
 * person confirmed another address than the service's own: that is asked each time.
 */
export function SignInView({
  lastUser,
  consoles,
  sessionEnded,
  isMore = false,
  children,
  readDraft,
  writeDraft,
  onSignIn,
}: SignInViewProps) {
  const [username, setUsername] = useState(lastUser?.username ?? '');
  const [password, setPassword] = useState('');
  const of = useAddress(() => rememberedAddress(lastUser, consoles), consoles);
  const { baseUrl, address, confirmed } = of;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  // What is typed while the draft is read is newer than it.
  const typed = useRef({ username: false, baseUrl: false });
  useEffect(() => {
    void readDraft().then((draft) => {
      if (typeof draft !== 'object' || draft === null) return;
      const { current } = typed;
      if (!current.username && 'username' in draft && typeof draft.username === 'string') {
        setUsername(draft.username);
      }
      if (!current.baseUrl && 'baseUrl' in draft && typeof draft.baseUrl === 'string') {
        of.set(draft.baseUrl);
      }
    });
  }, [readDraft]);

  const form = useRef<HTMLFormElement>(null);
  // Who is in the middle of work has only the password to type. Another may sign in where nobody is.
  const begin = sessionEnded ? '[name=password]' : lastUser ? 'h1' : '[name=username]';
  useLayoutEffect(() => {
    if (!isMore) focusIn(form.current, begin);
  }, []);

  const changeAddress = (value: string) => {
    typed.current.baseUrl = true;
    of.set(value);
    of.confirm(false);
    void writeDraft({ username, baseUrl: value });
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      if (address.kind === 'refused') throw new AppError(address.problem);
      if (address.kind === 'other' && !confirmed) throw new AppError('address-unconfirmed');
      const input = { username: username.trim(), password, baseUrl: address.baseUrl };
      await onSignIn({ ...input, confirmed });
      // Here the form stays, for the next one.
      if (isMore) {
        setUsername('');
        setPassword('');
      }
    } catch (error) {
      setFailure(toFailure(error));
      setPassword('');
      focusIn(form.current, '[name=password]');
    } finally {
      setBusy(false);
    }
  };

  return (
    <form ref={form} class="pb-signin pb-stack" onSubmit={(event) => void submit(event)}>
      {!isMore && (
        <header>
          <img src="/icon/48.png" alt="" width={40} height={40} />
          <h1 tabIndex={-1}>{text.product}</h1>
          <p class="pb-muted">{text.tagline}</p>
        </header>
      )}
      {!isMore && lastUser === null && !sessionEnded && !failure && <FirstRun />}
      {sessionEnded && !failure && <Notice kind="warning">{text.sessionEnded}</Notice>}
      {failure && <FailureNotice failure={failure} />}
      <TextField
        label={text.username}
        name="username"
        autocomplete="username"
        required
        value={username}
        onInput={(value) => {
          typed.current.username = true;
          setUsername(value);
          void writeDraft({ username: value, baseUrl });
        }}
      />
      <PasswordField value={password} onInput={setPassword} />
      <AddressFields of={of} onChange={changeAddress} />
      <Button kind="primary" type="submit" icon={LogIn} disabled={busy}>
        {busy ? text.signingIn : text.signIn}
      </Button>
      {children}
      {!isMore && <SignInHelp />}
    </form>
  );
}

// What is stored and may not be used was not typed by the person who is to read of it.
function rememberedAddress(lastUser: SignInViewProps['lastUser'], consoles: readonly string[]) {
  const judged = judgeAddress(lastUser?.baseUrl ?? PRODUCTION_API, consoles);
  return judged.kind === 'refused' ? PRODUCTION_API : judged.baseUrl;
}
