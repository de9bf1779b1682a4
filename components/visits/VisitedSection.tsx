import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Check } from '@/components/ui/Check';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import { matrixText } from '@/lib/text/verification/matrix';
import { requestListText } from '@/lib/text/verification/requests/request-list';
import { viewName } from '@/lib/text/verification/verification';
import { Matrix } from '@/components/verification/matrix/Matrix';
import { showPlace } from '@/components/verification/matrix/show-place';
import type { VerificationModel } from '@/components/verification/verification-model';
import { matrixOf, needsLook } from '@/lib/core/verification/matrix';
import type { MatrixPlace } from '@/lib/core/verification/matrix-table';
import { standOf } from '@/lib/core/verification/page-run';
import type { Visited } from '@/lib/core/verification/visited';
import { notToldText, runText, visitPagesText as text } from '@/lib/text/visits/visit-pages';

import type { VisitsModel } from './visits-model';

interface VisitedSectionProps {
  model: VerificationModel;
  run: VisitsModel['run'];
  id: string;
  visited: Visited;
}

/** A run over the pages of a list: how far it is, what can be said to it, and what each page adds up to. */
export function VisitedSection({ model, run, id, visited }: VisitedSectionProps) {
  const box = useRef<HTMLElement>(null);
  const stand = useComputed(() => {
    const now = model.verification.value?.visited;
    return standOf(now ?? visited, model.pageViews.value);
  }).value;
  const isGoing = visited.state === 'going';
  const isPaused = visited.state === 'paused';
  // Its worker may have been stopped before its work was in the journal.
  useEffect(() => {
    if (isGoing) run.seeTo(id);
  }, [id]);
  const under = stand.open.at(-1);
  const show = (place: MatrixPlace) => {
    const { page, tracker } = place;
    if (!showPlace(model, place) || !page?.view) return;
    if (tracker) model.only.value = { viewId: page.view.id, trackerId: tracker.id };
    box.current?.parentElement?.querySelector('.pb-verification-list')?.scrollIntoView?.();
  };
  const notes = isGoing ? [] : notToldText(stand.counts);
  return (
    <section ref={box} class="pb-visited" aria-label={text.title}>
      <div class="pb-row pb-wrap pb-visited-run">
        <progress
          class="pb-progress"
          aria-label={text.progress}
          value={stand.counts.over}
          max={visited.pages.length}
        />
        <span class="pb-grow" role="status">
          {runText(visited, stand)}
          {under && <span class="pb-muted pb-visited-now"> {under.url}</span>}
          {under && isPaused && <span> {text.pausing}</span>}
        </span>
        {(isGoing || isPaused) && (
          <>
            <Button
              kind={isPaused ? 'primary' : 'plain'}
              onClick={() => void (isPaused ? run.goOn(id) : run.pause(id))}
            >
              {isPaused ? text.goOn : text.pause}
            </Button>
            <Button onClick={() => void run.stop(id)}>{text.stop}</Button>
          </>
        )}
      </div>
      {run.failure.value && <FailureNotice failure={run.failure.value} />}
      {notes.length > 0 && <Notice kind="warning">{notes.join(' ')}</Notice>}
      <Pages model={model} onShow={show} />
      <OnlyLine model={model} />
    </section>
  );
}

interface PagesProps {
  model: VerificationModel;
  onShow: (place: MatrixPlace) => void;
}

function Pages({ model, onShow }: PagesProps) {
  const onlyLook = useSignal(false);
  const judged = model.judged.value;
  const matrix = useMemo(() => judged && matrixOf(judged), [judged]);
  if (!matrix) return null;
  const pages = onlyLook.value
    ? matrix.pages.filter((page) => needsLook(page, matrix.cellsOn(page)))
    : matrix.pages;
  const isExpected = matrix.trackerIds.length > 0;
  return (
    <>
      <Matrix matrix={matrix} rows="pages" pages={pages} nameOf={model.nameOf} onShow={onShow}>
        <Check
          label={text.onlyLook}
          checked={onlyLook.value}
          onChange={(on) => (onlyLook.value = on)}
        />
        <span class="pb-muted pb-small">{isExpected ? matrixText.keys : text.nothingExpected}</span>
      </Matrix>
      {pages.length === 0 && <p class="pb-muted">{text.noneToLook}</p>}
    </>
  );
}

/** Which requests are listed below, where it is not all. */
function OnlyLine({ model }: { model: VerificationModel }) {
  const only = model.only.value;
  const view = only && model.pageViews.value.find(({ id }) => id === only.viewId);
  if (!only || !view) return null;
  return (
    <div class="pb-row pb-wrap">
      <span role="status">{text.requestsOf(model.nameOf(only.trackerId), viewName(view))}</span>
      <Button onClick={model.showAll}>{requestListText.showAll}</Button>
    </div>
  );
}
