import { CircleDot, X } from 'lucide';

import { Button, IconButton } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { refusalText, rehearsalText as text } from '@/lib/text/verification/rehearsal';

import type { RehearsalModel } from './rehearsal-model';

/** The switch; nothing where there is no tab to rehearse in. */
export function RehearsalSwitch({ of }: { of: RehearsalModel }) {
  if (!of.isOffered) return null;
  if (!of.isPossible) return <Button onClick={() => void of.toggle()}>{text.notHere}</Button>;
  return (
    <Button
      icon={CircleDot}
      aria-pressed={of.isOn.value}
      disabled={of.isSwitching.value}
      title={text.why}
      onClick={() => void of.toggle()}
    >
      {of.isSwitching.value && !of.isOn.value ? text.starting : text.name}
    </Button>
  );
}

/** Says for as long as it is on that nothing is counted; or why it did not begin. */
export function RehearsalLine({ of }: { of: RehearsalModel }) {
  const refused = of.refused.value;
  if (of.isOn.value || of.isLeaving.value) {
    return (
      <div class="pb-verification-notice pb-rehearsal">
        <Notice kind="warning">{of.isOn.value ? text.on : text.leaving}</Notice>
      </div>
    );
  }
  if (!refused) return null;
  const { sentence, next } = refusalText(refused.why, refused.missing);
  return (
    <div class="pb-verification-notice">
      <Notice kind="warning">
        <div class="pb-row pb-spread pb-wrap">
          <span>
            <strong>{sentence}</strong> {next}
          </span>
          {refused.why === 'not-granted' && (
            <Button onClick={() => void of.askConsent()}>{text.allow}</Button>
          )}
          <IconButton icon={X} label={text.close} onClick={of.close} />
        </div>
      </Notice>
    </div>
  );
}
