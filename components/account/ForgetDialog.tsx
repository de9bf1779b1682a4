import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Check } from '@/components/ui/Check';
import { Dialog } from '@/components/ui/Dialog';
import type { KeyAbout, SignInState } from '@/lib/core/account/sign-in';
import { forgetText as text, whoseText } from '@/lib/text/account/sign-ins';

interface ForgetDialogProps {
  of: SignInState;
  /** What is known of its key; `null` where it has none. */
  about: KeyAbout | null;
  onCancel: () => void;
  onForget: (data: 'keep' | 'delete', deactivate: boolean) => void;
}

/** Asks what becomes of an account's key, and of its data, before it is forgotten. */
export function ForgetDialog({ of, about, onCancel, onForget }: ForgetDialogProps) {
  const [deactivate, setDeactivate] = useState(false);
  return (
    <Dialog title={text.title(whoseText(of.info))} onCancel={onCancel}>
      <p>{text.ends}</p>
      {of.key && (
        <>
          <p>
            {text.key} {about?.isMadeHere && text.madeHere} {!deactivate && text.stays}
          </p>
          {of.isSignedIn ? (
            <Check label={text.deactivate} checked={deactivate} onChange={setDeactivate} />
          ) : (
            <p class="pb-muted">{text.deactivateNeeds}</p>
          )}
        </>
      )}
      <p>{text.data}</p>
      <div class="pb-stack">
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button onClick={() => onForget('keep', deactivate)}>{text.keep}</Button>
        <Button kind="danger" onClick={() => onForget('delete', deactivate)}>
          {text.delete}
        </Button>
      </div>
    </Dialog>
  );
}
