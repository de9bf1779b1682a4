import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { FailureNotice } from '@/components/ui/Notice';
import { AppError, type Failure, toFailure } from '@/lib/core/base/errors';
import type { SessionInfo } from '@/lib/core/account/session';
import { signInsText, whoseText } from '@/lib/text/account/sign-ins';
import { popupText as text } from '@/lib/text/pages/popup';

import { useAddress } from './AddressFields';
import { ConfirmAddress } from './ConfirmAddress';
import { PasswordField } from './PasswordField';
import type { SignInInput } from './SignInView';

interface SignInAgainProps {
  session: SessionInfo;
  onSignIn: (input: SignInInput) => Promise<void>;
  onClose: () => void;
}

/** Before the end of a session: the password once more, with everything open as it is. */
export function SignInAgain({ session, onSignIn, onClose }: SignInAgainProps) {
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { baseUrl, username } = session;
  const { address, confirmed, confirm } = useAddress(() => baseUrl, []);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      if (address.kind === 'other' && !confirmed) throw new AppError('address-unconfirmed');
      await onSignIn({ username, password, baseUrl, confirmed });
      onClose();
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setPassword('');
      setBusy(false);
    }
  };
  return (
    <Dialog title={signInsText.againTitle} onCancel={onClose}>
      <form class="pb-stack" onSubmit={(event) => void submit(event)}>
        <p>
          {whoseText(session)}
          <br />
          <span class="pb-muted">{signInsText.againLead}</span>
        </p>
        {failure && <FailureNotice failure={failure} />}
        <PasswordField value={password} onInput={setPassword} />
        {address.kind === 'other' && (
          <ConfirmAddress address={address} confirmed={confirmed} onConfirm={confirm} />
        )}
        <div class="pb-row">
          <Button kind="primary" type="submit" disabled={busy}>
            {busy ? text.signingIn : text.signIn}
          </Button>
          <Button onClick={onClose}>{signInsText.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
