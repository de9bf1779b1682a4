import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';

import { Tabs } from '@/components/sheets/Tabs';
import { focusIn } from '@/components/ui/focus-in';
import { Empty } from '@/components/ui/Notice';
import { pairUp } from '@/lib/core/report/chart/pairs';
import { totalOfAll } from '@/lib/core/report/series-total';
import { totalText } from '@/lib/text/reports/periods';
import { aboutText, reportsText as text } from '@/lib/text/reports/screens';

import { Multiples } from './chart/Multiples';
import { ReportChart } from './chart/ReportChart';
import { Comparing } from './compare/Comparing';
import { type Figure, figuresAsked, figuresOf, pairsOfAll } from './figures';
import { FiguresTable, placeText } from './FiguresTable';
import type { OpenReportModel, ReportView as View } from './open-report-model';
import type { OpenReport } from './report-actions';
import { ReportFacts } from './ReportFacts';

const VIEWS: readonly { value: View; label: string }[] = [
  { value: 'figures', label: text.figures },
  { value: 'pictures', label: text.pictures },
  { value: 'compare', label: text.compare },
];

/** A report: its figures, each tracker by itself, and an ad server's report beside it. */
export function ReportView({ model, opened }: { model: OpenReportModel; opened: OpenReport }) {
  const { view, selected, scale } = model;
  const box = useRef<HTMLDivElement>(null);
  // What was pressed among the small pictures goes with them.
  const isSent = useRef(false);
  useLayoutEffect(() => {
    if (isSent.current) focusIn(box.current, '#pb-report-chosen');
    isSent.current = false;
  }, [view.value]);
  const { report } = opened;
  const figures = useMemo(() => figuresOf(opened), [opened]);
  const { about } = report.question;
  const total = useMemo(
    () => totalOfAll(figuresAsked(figures, about).map((one) => one.impressions)),
    [figures, about],
  );
  const zone = report.question.timeZone;
  const { by } = report.question;
  const small = useMemo(
    () => figures.map((one) => ({ ...one, total: totalText(one.total, by) })),
    [figures, by],
  );
  return (
    <div ref={box} class="pb-stack pb-report-view">
      <ReportFacts report={report} total={total} />
      {figures.length === 0 ? (
        <Empty title={text.empty}>
          <span>{text.emptyNext}</span>
        </Empty>
      ) : (
        <Tabs
          label={text.views}
          tabs={VIEWS}
          value={view.value}
          onChange={(next) => (view.value = next)}
        >
          {view.value === 'figures' && <Figures model={model} opened={opened} figures={figures} />}
          {view.value === 'pictures' && (
            <Multiples
              all={small}
              zone={zone}
              scale={scale.value}
              onScale={(next) => (scale.value = next)}
              onChoose={(key) => {
                isSent.current = true;
                selected.value = key;
                view.value = 'figures';
              }}
            />
          )}
          {view.value === 'compare' && <Comparing model={model.comparing} zone={zone} />}
        </Tabs>
      )}
    </div>
  );
}

interface FiguresProps {
  model: OpenReportModel;
  opened: OpenReport;
  figures: readonly Figure[];
}

/** The figures, and the picture of the chosen one or of all together. */
function Figures({ model, opened: { report, name }, figures }: FiguresProps) {
  const { selected } = model;
  const { by, timeZone, about } = report.question;
  const chosen = figures.find(({ key }) => key === selected.value) ?? null;
  const pairs = useMemo(
    () => (chosen ? pairUp(chosen.impressions, null) : pairsOfAll(figuresAsked(figures, about))),
    [chosen, figures, about],
  );
  return (
    <div class="pb-stack">
      <FiguresTable
        figures={figures}
        by={by}
        zone={timeZone}
        selectedKey={selected.value}
        onSelect={(key) => (selected.value = key)}
      />
      <section class="pb-stack" aria-labelledby="pb-report-chosen">
        <h2 id="pb-report-chosen" tabIndex={-1}>
          {chosen ? chosen.name : `${text.total}: ${aboutText(about, name)}`}
        </h2>
        {chosen === null ? (
          <p class="pb-muted pb-small">{text.chooseRow}</p>
        ) : (
          <ChosenFacts figure={chosen} />
        )}
        {pairs && (
          <ReportChart
            key={chosen?.key ?? ''}
            label={chosen ? chosen.name : text.total}
            pairs={pairs}
            zone={timeZone}
            worst={null}
          />
        )}
      </section>
    </div>
  );
}

function ChosenFacts({ figure }: { figure: Figure }) {
  const { trackerIds } = figure;
  const places = (['lineItem', 'publisher', 'placement', 'paymentRule'] as const).map(
    (column) => `${text.figureColumns[column]} ${placeText(figure, column)}`,
  );
  return (
    <div class="pb-small">
      {trackerIds.length === 1 && (
        <a href={`#/trackers/${trackerIds[0]}/passport`}>{text.passportOf(trackerIds[0] ?? 0)}</a>
      )}
      {trackerIds.length > 1 && <p>{text.oneOfWhy}</p>}
      {trackerIds.length === 0 && <p>{text.noTrackerWhy}</p>}
      <p class="pb-muted">{places.join(' · ')}</p>
    </div>
  );
}
