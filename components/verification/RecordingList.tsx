import { Empty, FailureNotice, Notice } from '@/components/ui/Notice';
import { formatCount } from '@/lib/text/ui';
import { harFileText } from '@/lib/text/verification/har-file';
import { keepingText } from '@/lib/text/pages/keeping';
import { deleteRecordingText } from '@/lib/text/verification/delete-recording';
import { workspaceText as text } from '@/lib/text/pages/workspace';
import { visitPagesText } from '@/lib/text/visits/visit-pages';
import { formatDay, verificationText, viewName } from '@/lib/text/verification/verification';
import { VERDICTS } from '@/lib/core/verification/verdict';
import type { Verification } from '@/lib/core/verification/verification';

import { VerdictBadge } from './Badges';
import { DeleteRecording } from './DeleteRecording';
import type { RecordingsModel, RecordingSummary } from './recordings-model';

interface RecordingListProps {
  model: RecordingsModel;
  addressOf: (id: string) => string;
}

const COLUMNS = Object.entries(text.recordedColumns);

/** Everything that was recorded, newest first, each with what it adds up to. */
export function RecordingList({ model, addressOf }: RecordingListProps) {
  const { phase, failure, all, unreadable, summaries, keeping } = model;
  if (phase.value === 'loading') return <Empty title={text.loadingRecordings} />;
  if (phase.value === 'failed' && failure.value) return <FailureNotice failure={failure.value} />;
  const warning = (
    <>
      {failure.value && <FailureNotice failure={failure.value} />}
      {unreadable.value > 0 && (
        <Notice kind="warning">{verificationText.unreadableRecordings(unreadable.value)}</Notice>
      )}
    </>
  );
  if (all.value.length === 0) {
    return (
      <>
        {warning}
        <Empty title={text.noRecordings}>
          <span>{text.noRecordingsNext}</span>
        </Empty>
      </>
    );
  }
  return (
    <>
      {warning}
      <table class="pb-recordings">
        <thead>
          <tr>
            {COLUMNS.map(([name, title]) => (
              <th key={name} class={name} scope="col">
                {title}
              </th>
            ))}
            <th class="delete" scope="col">
              <span class="pb-hidden">{deleteRecordingText.delete}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {all.value.map((verification) => (
            <RecordingRow
              key={verification.id}
              verification={verification}
              summary={summaries.value.get(verification.id) ?? null}
              href={addressOf(verification.id)}
              onDelete={() => void model.remove(verification.id)}
            />
          ))}
        </tbody>
      </table>
      {keeping.value && (
        <p class="pb-hint">
          {keepingText.kept(keeping.value)} {text.keptNext}
        </p>
      )}
    </>
  );
}

interface RecordingRowProps {
  verification: Verification;
  /** `null` until it is judged. */
  summary: RecordingSummary | 'unreadable' | null;
  href: string;
  onDelete: () => void;
}

function RecordingRow({ verification, summary, href, onDelete }: RecordingRowProps) {
  const read = summary === 'unreadable' ? null : summary;
  const { file, note, visited } = verification;
  const page = read?.page ? viewName(read.page) : text.noPage;
  const named = verification.name;
  const listed = visited && visitPagesText.listOf(visited.pages.length);
  const name = named ?? file?.name ?? listed ?? page;
  const when = formatDay(verification.startedAt);
  return (
    <tr>
      <td class="name">
        <a href={href}>{name}</a>
        {file && <span class="pb-recording-mark">{harFileText.mark}</span>}
        {visited && <span class="pb-recording-mark">{visitPagesText.mark}</span>}
        {named !== undefined && <p class="pb-muted pb-small">{file?.name ?? listed ?? page}</p>}
        {note !== undefined && <p class="pb-small pb-recording-note">{note}</p>}
      </td>
      <td class="startedAt">{when}</td>
      <td class="pages">{read && formatCount(read.pages)}</td>
      <td class="requests">{read && formatCount(read.requests)}</td>
      <td class="verdicts">
        {summary === null && <span class="pb-muted">{text.judging}</span>}
        {summary === 'unreadable' && <span class="pb-problem">{text.notRead}</span>}
        {read && <Verdicts of={read} />}
      </td>
      <td class="delete">
        <DeleteRecording
          isSmall
          isFile={file !== undefined}
          name={name}
          when={when}
          extent={read}
          onDelete={onDelete}
        />
      </td>
    </tr>
  );
}

function Verdicts({ of: { verdicts } }: { of: RecordingSummary }) {
  if (verdicts.length === 0) return <span class="pb-muted">{text.nothingExpected}</span>;
  const counted = VERDICTS.map((verdict) => ({
    verdict,
    count: verdicts.filter((item) => item.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  return (
    <span class="pb-row pb-wrap" title={verificationText.summary(verdicts)}>
      {counted.map(({ verdict, count }) => (
        <span key={verdict} class="pb-nowrap">
          {formatCount(count)} <VerdictBadge verdict={verdict} />
        </span>
      ))}
    </span>
  );
}
