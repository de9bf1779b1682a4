import { Empty, FailureNotice, Notice } from '@/components/ui/Notice';
import { bulkText } from '@/lib/text/trackers/bulk';
import {
  runCountsText,
  runName,
  runStateText,
  runsText as text,
} from '@/lib/text/trackers/bulk-runs';
import { formatMoment } from '@/lib/text/ui';

import { BulkFrame, BulkWait } from './BulkFrame';
import type { RunsModel } from './runs-model';

/** The runs of who is signed in, newest first. */
export function RunsPlace({ model }: { model: RunsModel }) {
  const { phase, failure, runs, unreadable } = model;
  return (
    <BulkFrame
      back={{ href: '#/trackers', label: bulkText.back }}
      title={text.title}
      way={{ href: '#/trackers/sheet', label: text.new }}
    >
      {phase.value === 'loading' && <BulkWait text={text.loading} />}
      {failure.value && <FailureNotice failure={failure.value} />}
      {unreadable.value > 0 && <Notice kind="warning">{text.unreadable(unreadable.value)}</Notice>}
      {phase.value === 'ready' && runs.value.length === 0 && (
        <Empty title={text.none}>
          <span>{text.noneNext}</span>
        </Empty>
      )}
      {runs.value.length > 0 && (
        <>
          <div class="pb-runs-scroll">
            <table class="pb-runs">
              <thead>
                <tr>
                  {Object.values(text.columns).map((title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {runs.value.map((run) => (
                  <tr key={run.id}>
                    <td>{formatMoment(run.startedAt)}</td>
                    <td>{run.user}</td>
                    <th scope="row">
                      <a href={`#/trackers/runs/${run.id}`}>{runName(run)}</a>
                      <span class="pb-muted pb-small"> {run.advertiser.name}</span>
                    </th>
                    <td>{runStateText(run)}</td>
                    <td class="pb-muted">{runCountsText(run)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p class="pb-muted pb-small">{text.kept}</p>
        </>
      )}
    </BulkFrame>
  );
}
