import { KeyRound } from 'lucide';

import { Button } from '@/components/ui/Button';
import type { SignInState } from '@/lib/core/account/sign-in';
import { signInsText as text } from '@/lib/text/account/sign-ins';

import { SignInWords } from './AccountMenu';

interface OtherSignInsProps {
  signIns: readonly SignInState[];
  onSwitch: (account: string) => void;
  onKey: () => void;
}

/** Beside the password: the others who are signed in or have a key, a press away, and the way to a key. */
export function OtherSignIns({ signIns, onSwitch, onKey }: OtherSignInsProps) {
  const ready = signIns.filter(({ isSignedIn, key }) => isSignedIn || key !== null);
  return (
    <>
      {ready.length > 0 && (
        <div class="pb-stack pb-others" role="group" aria-label={text.others}>
          <p class="pb-muted">{text.others}</p>
          {ready.map((one) => (
            <button
              key={one.account}
              type="button"
              class="pb-button plain"
              onClick={() => onSwitch(one.account)}
            >
              <SignInWords of={one} />
            </button>
          ))}
        </div>
      )}
      <Button kind="quiet" icon={KeyRound} onClick={onKey}>
        {text.keyInstead}
      </Button>
    </>
  );
}
