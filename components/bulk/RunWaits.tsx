import { FailureNotice, Notice } from '@/components/ui/Notice';
import type { Failure } from '@/lib/core/base/errors';
import { runWaitsText as text } from '@/lib/text/trackers/run-waits';

interface RunWaitsProps {
  failure: Failure;
  /** Whose run it is. */
  user: string;
  /** Whether nobody is signed in: then the sign-in is led to. */
  isSignedOut: boolean;
}

/** Why a run does not go on; where its session has ended, whose that was. */
export function RunWaits({ failure, user, isSignedOut }: RunWaitsProps) {
  if (failure.code !== 'session-expired') return <FailureNotice failure={failure} />;
  return (
    <Notice kind="warning">
      <strong>{text.ended(user)}</strong>
      <span>{text.next(user)}</span>
      {isSignedOut && (
        <p>
          <a class="pb-button" href="#/trackers">
            {text.signIn}
          </a>
        </p>
      )}
    </Notice>
  );
}
