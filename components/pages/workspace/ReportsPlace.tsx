import { ArrowLeft } from 'lucide';

import { KeptReports, RunsUnderWay } from '@/components/reports/KeptReports';
import { QuestionFields } from '@/components/reports/QuestionFields';
import { ReadyQuestions } from '@/components/reports/ReadyQuestions';
import type { Asked, ReportsModel } from '@/components/reports/reports-model';
import { ReportView } from '@/components/reports/ReportView';
import { RunView } from '@/components/reports/RunView';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Empty, FailureNotice, Notice, StatedNotice } from '@/components/ui/Notice';
import { noPlanText } from '@/lib/text/reports/plan';
import { aboutText, reportsText as text } from '@/lib/text/reports/screens';

import { addressOf } from './address';

interface ReportsPlaceProps {
  model: ReportsModel;
  /** The report that is open, or the run from which it comes; `null` for the list of all. */
  id: string | null;
}

const addressOfReport = (id: string | null) => addressOf({ name: 'reports', id });

/** What was counted: questions, the reports that are kept, and one of them. */
export function ReportsPlace({ model, id }: ReportsPlaceProps) {
  const onAsk = async (asked: Asked) => {
    const before = location.hash;
    const begun = await model.ask(asked);
    // Who has gone elsewhere meanwhile is left there.
    if (begun !== null && location.hash === before) location.hash = addressOfReport(begun);
  };
  return (
    <div class="pb-place pb-reports pb-stack">
      {id === null ? (
        <AllReports model={model} onAsk={(asked) => void onAsk(asked)} />
      ) : (
        <OneReport model={model} onAsk={(asked) => void onAsk(asked)} />
      )}
    </div>
  );
}

interface PartProps {
  model: ReportsModel;
  onAsk: (asked: Asked) => void;
}

function AllReports({ model, onAsk }: PartProps) {
  const { phase, reports, runs, unreadable, isAsking, stores } = model;
  const advertiser = stores.advertiser.value;
  const isIn = stores.phase.value === 'signed-in';
  const isReady = phase.value === 'ready';
  const isNothing = reports.value.length + runs.value.length + unreadable.value === 0;
  return (
    <>
      <h1 tabIndex={-1} data-focus>
        {text.title}
      </h1>
      {stores.phase.value === 'signed-out' && (
        <Missing title={text.signedOut} next={text.signedOutNext} />
      )}
      {isIn && advertiser === null && (
        <Missing title={text.noAdvertiser} next={text.noAdvertiserNext} />
      )}
      {model.failure.value && (
        <FailureNotice failure={model.failure.value}>
          <Button onClick={() => void model.load()}>{text.tryAgain}</Button>
        </FailureNotice>
      )}
      {isIn && model.noPlan.value && (
        <StatedNotice kind="warning" {...noPlanText(model.noPlan.value)} />
      )}
      {isIn && advertiser && (
        <>
          <ReadyQuestions
            advertiser={advertiser}
            subject={model.subject.value}
            isAsking={isAsking.value}
            onAsk={onAsk}
          />
          <details class="pb-report-other">
            <summary>
              {text.other} <span class="pb-muted">{text.otherHint}</span>
            </summary>
            <QuestionFields
              key={advertiser.id}
              actions={model.actions}
              advertiserId={advertiser.id}
              isAsking={isAsking.value}
              onAsk={onAsk}
            />
          </details>
        </>
      )}
      {isIn && phase.value === 'loading' && <p role="status">{text.loading}</p>}
      {isIn && runs.value.length > 0 && (
        <section class="pb-stack" aria-labelledby="pb-report-runs">
          <h2 id="pb-report-runs">{text.runs}</h2>
          <RunsUnderWay
            runs={runs.value}
            addressOf={addressOfReport}
            onCancel={(one) => void model.cancel(one)}
          />
        </section>
      )}
      {isIn && unreadable.value > 0 && (
        <Notice kind="warning">{text.unreadable(unreadable.value)}</Notice>
      )}
      {isIn && isReady && isNothing && (
        <Empty title={text.none}>
          <span>{text.noneNext}</span>
        </Empty>
      )}
      {isIn && reports.value.length > 0 && (
        <section class="pb-stack" aria-labelledby="pb-report-kept">
          <h2 id="pb-report-kept">{text.kept}</h2>
          <KeptReports
            reports={reports.value}
            addressOf={addressOfReport}
            onRemove={(one) => void model.remove(one)}
          />
        </section>
      )}
    </>
  );
}

function Missing({ title, next }: { title: string; next: string }) {
  return (
    <Empty title={title}>
      <span>{next}</span>
      <a class="pb-button" href="#/trackers">
        {text.toTrackers}
      </a>
    </Empty>
  );
}

function OneReport({ model, onAsk }: PartProps) {
  const { open } = model;
  const isReady = open.phase.value === 'ready';
  const opened = isReady ? open.report.value : null;
  const run = isReady ? open.run.value : null;
  const question = opened?.report.question ?? run?.question;
  const name = opened?.name ?? run?.name ?? null;
  return (
    <>
      <header class="pb-row">
        <a class="pb-button quiet" href={addressOfReport(null)}>
          <Icon of={ArrowLeft} />
          {text.back}
        </a>
        <h1 class="pb-grow pb-clip" tabIndex={-1} data-focus>
          {question ? aboutText(question.about, name) : text.title}
        </h1>
      </header>
      {open.phase.value === 'loading' && <p role="status">{text.loadingOne}</p>}
      {open.failure.value && (
        <FailureNotice failure={open.failure.value}>
          <Button onClick={() => void open.again()}>{text.tryAgain}</Button>
        </FailureNotice>
      )}
      {model.failure.value && <FailureNotice failure={model.failure.value} />}
      {model.noPlan.value && <StatedNotice kind="warning" {...noPlanText(model.noPlan.value)} />}
      {isReady && !opened && !run && (
        <Empty title={text.gone}>
          <span>{text.goneNext}</span>
        </Empty>
      )}
      {run && (
        <RunView
          run={run}
          onCancel={() => void model.cancel(run.id)}
          onAgain={() => onAsk(run.question)}
        />
      )}
      {opened && <ReportView key={opened.report.id} model={open} opened={opened} />}
    </>
  );
}
