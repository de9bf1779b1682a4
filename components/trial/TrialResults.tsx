import { RuleLink } from '@/components/rules/RuleLink';
import { TagPreview } from '@/components/tags/TagPreview';
import { Notice } from '@/components/ui/Notice';
import { byGravity, SeverityBadge } from '@/components/verification/Badges';
import { Facts } from '@/components/ui/Facts';
import type { Finding } from '@/lib/core/base/finding';
import { parametersOf } from '@/lib/core/pixel/pixel-url';
import { filledSpans } from '@/lib/core/trial/filled-spans';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import type { UnfiredTag } from '@/lib/core/verification/unfired';
import { say } from '@/lib/text/findings';
import { trialText as text } from '@/lib/text/tags/trial';
import { loaderText, statusText, verificationText } from '@/lib/text/verification/verification';

import type { TrialResult } from './trial-model';

interface TrialResultsProps {
  result: TrialResult;
  /** What stands in the fields is not what was tried. */
  isChanged: boolean;
}

const MOST_OTHERS = 20;

/** What a tag would ask for, judged; and the tag as it is served. Addresses are text, never links: a call is billed. */
export function TrialResults({ result, isChanged }: TrialResultsProps) {
  const { rows, silent, trial, madeAs } = result;
  const repeated = repeatedIds(rows);
  const worst = [
    ...rows.flatMap(({ findings }) => findings),
    ...silent.map(({ reason }) => reason),
  ];
  return (
    <section class="pb-stack" aria-labelledby="pb-trial-result">
      <h2 id="pb-trial-result">{text.result}</h2>
      {isChanged && <Notice kind="warning">{text.changed}</Notice>}
      <Notice kind={kindOf(result, worst)}>
        <strong>{text.count(rows.length)}</strong>
        <span>{text.ended[trial.end]}</span>
        {madeAs && <span> {text.madeAs[madeAs]}</span>}
      </Notice>
      {repeated.length > 0 && <Notice kind="warning">{text.repeated(repeated)}</Notice>}
      {rows.length > 0 && (
        <ul class="pb-trial-list" aria-label={text.requests}>
          {rows.map((row) => (
            <Request key={row.request.key} row={row} />
          ))}
        </ul>
      )}
      {rows.length === 0 && silent.length === 0 && <p>{text.noneInIt}</p>}
      <Silent tags={silent} />
      <Others others={result.others} />
      <Besides result={result} />
      <Served result={result} />
      <p class="pb-muted pb-small">{text.limits}</p>
    </section>
  );
}

function kindOf({ rows, trial }: TrialResult, findings: readonly Finding[]) {
  if (findings.some(({ severity }) => severity === 'error')) return 'fail';
  const isUnsure = ['time', 'busy', 'much', 'gone'].includes(trial.end) || trial.errors.length > 0;
  if (isUnsure || findings.some(({ severity }) => severity === 'warning')) return 'warning';
  return rows.length > 0 && trial.end !== 'read' ? 'pass' : 'info';
}

/** The trackers of which there is more than one request. */
function repeatedIds(rows: readonly CheckedRequest[]): readonly number[] {
  const ids = rows.flatMap(({ trackerId }) => trackerId ?? []);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function Request({ row }: { row: CheckedRequest }) {
  const { request, tracker, trackerId, findings } = row;
  const { loader } = request;
  return (
    <li class="pb-card pb-stack">
      <h3>
        {tracker?.name ?? trackerId ?? verificationText.noId}
        {tracker && <span class="pb-muted pb-small"> {trackerId}</span>}
      </h3>
      <Facts
        facts={[
          [
            verificationText.loadedBy,
            loader === null ? verificationText.notKnown : loaderText[loader],
          ],
          [verificationText.columns.status, statusText(request)],
          [verificationText.address, request.url.raw],
        ]}
      />
      <Facts
        facts={parametersOf(request.url).map(({ name, value }) => [name, value])}
        class="pb-facts mono"
      />
      {findings.length === 0 ? (
        <p class="pb-muted">{text.noFindings}</p>
      ) : (
        <ul class="pb-trial-findings" aria-label={verificationText.columns.findings}>
          {byGravity(findings).map((finding) => (
            <Remark key={finding.code} finding={finding} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Remark({ finding }: { finding: Finding }) {
  const { sentence, next } = say(finding);
  // What there is to do in DevTools is not here.
  const isUnknown = finding.code === 'tracker-unknown';
  return (
    <li>
      <SeverityBadge severity={finding.severity} /> <strong>{sentence}</strong>{' '}
      <span>{isUnknown ? text.unknownNext : next}</span> <RuleLink code={finding.code} />
    </li>
  );
}

function Silent({ tags }: { tags: readonly UnfiredTag[] }) {
  if (tags.length === 0) return null;
  return (
    <div class="pb-stack">
      <h3>{text.silent}</h3>
      <ul class="pb-trial-list" aria-label={text.silent}>
        {tags.map((tag, index) => (
          <li key={index} class="pb-card pb-stack">
            <ul class="pb-trial-findings">
              <Remark finding={tag.reason} />
            </ul>
            <Facts facts={[[verificationText.address, tag.address]]} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Others({ others }: { others: readonly string[] }) {
  if (others.length === 0) return null;
  const [shown, more] = [others.slice(0, MOST_OTHERS), others.length - MOST_OTHERS];
  return (
    <div>
      <h3>{text.others}</h3>
      <ul class="pb-trial-lines">
        {shown.map((url, index) => (
          <li key={index}>{url}</li>
        ))}
      </ul>
      {more > 0 && <p class="pb-muted">{text.more(more)}</p>}
    </div>
  );
}

function Besides({ result: { trial } }: { result: TrialResult }) {
  const lines = [
    ...trial.errors.map(text.error),
    ...trial.hints.map(({ hint, url }) => text.hint(hint, url)),
  ];
  if (lines.length === 0) return null;
  const more = lines.length - MOST_OTHERS;
  return (
    <div>
      <h3>{text.besides}</h3>
      <ul class="pb-trial-lines">
        {lines.slice(0, MOST_OTHERS).map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
      {more > 0 && <p class="pb-muted">{text.more(more)}</p>}
    </div>
  );
}

function Served({ result: { filled, serverId } }: { result: TrialResult }) {
  return (
    <div class="pb-stack">
      <TagPreview label={text.filled} spans={filledSpans(filled)} />
      <p class="pb-muted pb-small">
        {filled.fills.length > 0 ? text.fills(filled.fills) : text.noFills}
      </p>
      {filled.left.length > 0 && (
        <Notice kind="warning">{text.left(filled.left, serverId !== null)}</Notice>
      )}
    </div>
  );
}
