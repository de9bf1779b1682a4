import { useComputed, useSignal } from '@preact/signals';
import { ArrowLeft, ArrowRight } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';

import { Button, IconButton } from '@/components/ui/Button';
import { Check } from '@/components/ui/Check';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import { viewName } from '@/lib/text/verification/verification';
import type { VerificationModel } from '@/components/verification/verification-model';
import { matrixOf, type MatrixRow } from '@/lib/core/verification/matrix';
import { standOf } from '@/lib/core/verification/page-run';
import type { Visited } from '@/lib/core/verification/visited';
import { notToldText, runText, visitPagesText as text } from '@/lib/text/visits/visit-pages';

import { MAX_COLUMNS, needsLook } from './page-matrix';
import { PageMatrix } from './PageMatrix';
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
  const show = ({ stand: { view } }: MatrixRow, trackerId: number | null) => {
    if (!view) return;
    const found = trackerId === null ? null : model.judged.value?.verdictsOn(view);
    model.showAll();
    model.scopeChoice.value = view.id;
    model.selectedKey.value = found?.find((one) => one.trackerId === trackerId)?.decidedBy ?? null;
    if (trackerId !== null) model.only.value = { viewId: view.id, trackerId };
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
      <Matrix model={model} onShow={show} />
      <OnlyLine model={model} />
    </section>
  );
}

function Matrix({
  model,
  onShow,
}: {
  model: VerificationModel;
  onShow: (row: MatrixRow, trackerId: number | null) => void;
}) {
  const onlyLook = useSignal(false);
  const from = useSignal(0);
  const matrix = useComputed(() => model.judged.value && matrixOf(model.judged.value)).value;
  if (!matrix) return null;
  const { trackerIds } = matrix;
  const all = trackerIds.length;
  const begin = from.value < all ? from.value : 0;
  const columns = trackerIds
    .slice(begin, begin + MAX_COLUMNS)
    .map((id, index) => ({ id, name: model.nameOf(id), at: begin + index }));
  const rows = onlyLook.value ? matrix.rows.filter(needsLook) : matrix.rows;
  return (
    <>
      <div class="pb-row pb-wrap">
        <Check
          label={text.onlyLook}
          checked={onlyLook.value}
          onChange={(on) => (onlyLook.value = on)}
        />
        {all > MAX_COLUMNS && (
          <span class="pb-row">
            <IconButton
              icon={ArrowLeft}
              label={text.earlier}
              disabled={begin === 0}
              onClick={() => (from.value = begin - MAX_COLUMNS)}
            />
            <span class="pb-small">{text.columns(begin + 1, begin + columns.length, all)}</span>
            <IconButton
              icon={ArrowRight}
              label={text.later}
              disabled={begin + MAX_COLUMNS >= all}
              onClick={() => (from.value = begin + MAX_COLUMNS)}
            />
          </span>
        )}
        <span class="pb-muted pb-small">{all === 0 ? text.nothingExpected : text.keys}</span>
      </div>
      {rows.length > 0 ? (
        <PageMatrix rows={rows} columns={columns} onShow={onShow} />
      ) : (
        <p class="pb-muted">{text.noneToLook}</p>
      )}
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
      <Button onClick={model.showAll}>{text.allRequests}</Button>
    </div>
  );
}
