import { FailureNotice, Notice, StatedNotice } from '@/components/ui/Notice';
import type { Failure } from '@/lib/core/base/errors';
import { errorText } from '@/lib/text/errors';
import { runWaitsNext, runWaitsText as text } from '@/lib/text/trackers/run-waits';

interface RunWaitsProps {
  failure: Failure;
  /** Whose run it is. */
  user: string;
  /** Whether nobody is signed in: then the sign-in is led to. */
  isSignedOut: boolean;
  /** It has ended: nothing goes on. */
  isOver: boolean;
}

/** Why a run does not go on; where its session has ended, whose that was. What it waits for asks nobody to try again. */
export function RunWaits({ failure, user, isSignedOut, isOver }: RunWaitsProps) {
  if (isOver) return <FailureNotice failure={failure} />;
  if (failure.code !== 'session-expired') {
    const { sentence, next, detail } = errorText(failure);
    return (
      <StatedNotice kind="warning" sentence={sentence} next={runWaitsNext(failure.code, next)}>
        {failure.detail && <p class="pb-small pb-muted">{detail}</p>}
      </StatedNotice>
    );
  }
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
