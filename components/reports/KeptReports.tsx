import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';

import { Button, IconButton } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { spanText, totalText } from '@/lib/text/reports/periods';
import { aboutText, reportsText as text } from '@/lib/text/reports/screens';
import { formatMoment } from '@/lib/text/ui';

import type { ReportHead, ReportRun } from './report-actions';

interface KeptReportsProps {
  reports: readonly ReportHead[];
  addressOf: (id: string) => string;
  onRemove: (id: string) => void;
}

/** The reports that are kept, newest first. */
export function KeptReports({ reports, addressOf, onRemove }: KeptReportsProps) {
  const [asked, setAsked] = useState<ReportHead | null>(null);
  const { columns } = text;
  return (
    <>
      <div class="pb-runs-scroll">
        <table class="pb-runs pb-report-list">
          <thead>
            <tr>
              <th scope="col">{columns.about}</th>
              <th scope="col">{columns.span}</th>
              <th scope="col" class="pb-number">
                {columns.impressions}
              </th>
              <th scope="col">{columns.made}</th>
              <th scope="col">
                <span class="pb-hidden">{columns.act}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => {
              const { id, question, span, total, askedAt } = report;
              const name = aboutText(question.about, report.name);
              return (
                <tr key={id}>
                  <th scope="row">
                    <a href={addressOf(id)}>{name}</a>
                  </th>
                  <td>
                    {spanText(span)}{' '}
                    <span class="pb-muted pb-small">
                      {text.byZone(question.by, question.timeZone)}
                    </span>
                  </td>
                  <td class="pb-number">{totalText(total, question.by)}</td>
                  <td class="pb-muted">{formatMoment(askedAt)}</td>
                  <td>
                    <IconButton
                      icon={Trash2}
                      label={text.remove(`${name}, ${spanText(span)}`)}
                      onClick={() => setAsked(report)}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {asked && (
        <Dialog title={text.removeTitle} onCancel={() => setAsked(null)}>
          <p>
            {aboutText(asked.question.about, asked.name)}, {spanText(asked.span)}. {text.removeWhat}
          </p>
          <div class="pb-row">
            <Button
              kind="danger"
              onClick={() => {
                setAsked(null);
                onRemove(asked.id);
              }}
            >
              {text.removeIt}
            </Button>
            <Button onClick={() => setAsked(null)}>{text.keepIt}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

interface RunsUnderWayProps {
  runs: readonly ReportRun[];
  addressOf: (id: string) => string;
  onCancel: (id: string) => void;
}

/** Reports that were asked for and have not come yet, or did not come. */
export function RunsUnderWay({ runs, addressOf, onCancel }: RunsUnderWayProps) {
  return (
    <ul class="pb-report-runs">
      {runs.map((run) => {
        const { id, step, question, rows } = run;
        const name = aboutText(question.about, run.name);
        return (
          <li key={id}>
            <a href={addressOf(id)}>{name}</a>
            <span class="pb-muted">
              {text.steps[step]} {step === 'reading' && text.rowsRead(rows)}
            </span>
            {step !== 'failed' && step !== 'cancelled' && (
              <Button label={text.cancelOf(name)} onClick={() => onCancel(id)}>
                {text.cancel}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
