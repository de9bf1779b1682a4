import { Button } from '@/components/ui/Button';
import { Empty } from '@/components/ui/Notice';
import type { SignInState } from '@/lib/core/account/sign-in';
import { signInsText as text, whoseText } from '@/lib/text/account/sign-ins';

import { SignInWords } from './AccountMenu';

interface SignInListProps {
  signIns: readonly SignInState[];
  onSwitch: (account: string) => void;
  onForget: (signIn: SignInState) => void;
}

/** Everybody who has signed in here, how they do and whether they are. */
export function SignInList({ signIns, onSwitch, onForget }: SignInListProps) {
  if (signIns.length === 0) {
    return (
      <Empty title={text.none}>
        <span>{text.noneNext}</span>
      </Empty>
    );
  }
  return (
    <ul class="pb-sign-ins" aria-label={text.title}>
      {signIns.map((one) => {
        const whose = whoseText(one.info);
        return (
          <li key={one.account} class={one.isChosen ? 'chosen' : undefined}>
            <SignInWords of={one} />
            {one.isChosen ? (
              <span class="pb-muted pb-small">{text.chosen}</span>
            ) : (
              <Button label={text.switchOf(whose)} onClick={() => onSwitch(one.account)}>
                {text.switchTo}
              </Button>
            )}
            <Button kind="quiet" label={text.forgetOf(whose)} onClick={() => onForget(one)}>
              {text.forget}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
