import { Button } from '@/components/ui/Button';
import { Notice, StatedNotice } from '@/components/ui/Notice';
import { errorText } from '@/lib/text/errors';
import { keptFileText as text } from '@/lib/text/reports/kept-file';

import type { ComparingModel } from './comparing-model';
import type { Elsewhere, NotKept } from './keeping-model';

/**
 * That what is shown is not kept, or that another window keeps something else. It lies at the end of the window: it comes unasked, and
 * moves nothing.
 */
export function KeptNotice({ model }: { model: ComparingModel }) {
  const { notKept, elsewhere, kept } = model.keeping;
  const [why, other] = [notKept.value, elsewhere.value];
  if (why === null && other === null) return null;
  return (
    <div class="pb-report-kept">
      {why !== null ? (
        <Failed
          why={why}
          before={kept.value?.fileName ?? null}
          onAgain={() => void model.keep()}
          onShow={() => void model.showKept()}
        />
      ) : (
        other !== null && (
          <Moved
            other={other}
            onShow={() => void model.showKept()}
            onKeep={() => void model.keep()}
          />
        )
      )}
    </div>
  );
}

interface FailedProps {
  why: NotKept;
  /** What is kept all the same. */
  before: string | null;
  onAgain: () => void;
  onShow: () => void;
}

function Failed({ why, before, onAgain, onShow }: FailedProps) {
  const { sentence, next } =
    why === 'too-large'
      ? { sentence: text.notKept, next: text.tooLarge }
      : why === 'gone'
        ? { sentence: text.notKept, next: text.reportGone }
        : errorText(why);
  return (
    <StatedNotice kind="warning" sentence={sentence} next={next}>
      {before !== null && <p>{text.stillKept(before)}</p>}
      <div class="pb-row pb-wrap">
        {typeof why !== 'string' && <Button onClick={onAgain}>{text.again}</Button>}
        {before !== null && <Button onClick={onShow}>{text.show(before)}</Button>}
      </div>
    </StatedNotice>
  );
}

interface MovedProps {
  other: Elsewhere;
  onShow: () => void;
  onKeep: () => void;
}

function Moved({ other, onShow, onKeep }: MovedProps) {
  const isGone = other === 'removed';
  return (
    <Notice kind="info">
      <p>{isGone ? text.removedElsewhere : text.elsewhere(other.fileName, other.readAt)}</p>
      <div class="pb-row pb-wrap">
        {!isGone && <Button onClick={onShow}>{text.show(other.fileName)}</Button>}
        <Button onClick={onKeep}>{text.keepThis}</Button>
      </div>
    </Notice>
  );
}
