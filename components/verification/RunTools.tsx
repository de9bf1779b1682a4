import { Button } from '@/components/ui/Button';
import { addText, matrixText, runText as text } from '@/lib/text/verification/verification-run';

import type { VerificationModel } from './verification-model';

interface RunToolsProps {
  model: VerificationModel;
  /** There is more than one page to show the trackers on. */
  mayByPage: boolean;
}

/** What else can be done with what is expected: add to it, look at it by page, accept what came of it. */
export function RunTools({ model, mayByPage }: RunToolsProps) {
  const { run, sinceBaseline, byPage, add } = model;
  const { showsEverything } = sinceBaseline;
  const hasRun = model.checked.value.rows.length > 0 || model.pageViews.value.length > 0;
  return (
    <div class="pb-run-tools">
      <Button
        aria-expanded={add.isOpen.value}
        onClick={() => (add.isOpen.value = !add.isOpen.value)}
      >
        {addText.open}
      </Button>
      {mayByPage && (
        <Button
          aria-pressed={byPage.value}
          title={matrixText.showWhy}
          onClick={() => (byPage.value = !byPage.value)}
        >
          {matrixText.show}
        </Button>
      )}
      {sinceBaseline.difference.value && (
        <Button
          aria-pressed={!showsEverything.value}
          onClick={() => (showsEverything.value = !showsEverything.value)}
        >
          {text.onlyChanges}
        </Button>
      )}
      {hasRun && (
        <Button title={text.acceptWhy} onClick={() => void run.accept()}>
          {text.accept}
        </Button>
      )}
    </div>
  );
}
