import { RuleLink } from '@/components/rules/RuleLink';
import { Notice } from '@/components/ui/Notice';
import type { ListedChange } from '@/lib/core/verification/since-baseline';
import { changeText, fromTo, runText as text } from '@/lib/text/verification/verification-run';
import { shortUrl } from '@/lib/text/verification/verification';

import { ChangeBadge } from './Badges';
import type { VerificationModel } from './verification-model';

/** What was accepted, and how much is other now. */
export function BaselineNotice({ model }: { model: VerificationModel }) {
  const { run, sinceBaseline } = model;
  const own = model.verification.value?.baseline;
  const baseline = sinceBaseline.baseline.value;
  const difference = sinceBaseline.difference.value;
  if (!own && !run.isTooLarge.value) return null;
  return (
    <div class="pb-baseline">
      {difference && baseline && (
        <p class="pb-small" role="status">
          {text.changes(difference, baseline.acceptedAt)}{' '}
          {difference.notVisited.length > 0 && (
            <span class="pb-muted">{text.notVisited(difference.notVisited.length)}</span>
          )}
        </p>
      )}
      {own && !baseline && <p class="pb-small pb-muted">{text.isBaseline(own.acceptedAt)}</p>}
      {run.isTooLarge.value && (
        <Notice kind="warning">
          <strong>{text.tooLarge}</strong> <span>{text.tooLargeNext}</span>
        </Notice>
      )}
    </div>
  );
}

/** What is other than accepted, tracker by tracker and page by page. */
export function ChangeList({ model }: { model: VerificationModel }) {
  const changes = model.sinceBaseline.difference.value?.changes ?? [];
  if (changes.length === 0) return null;
  return (
    <ul class="pb-expected-list" aria-label={text.changed}>
      {changes.map((change) => (
        <ChangeRow key={`${change.trackerId} ${change.url}`} change={change} model={model} />
      ))}
    </ul>
  );
}

function ChangeRow({ change, model }: { change: ListedChange; model: VerificationModel }) {
  const { trackerId, url, kind, isWorse, newFindings, goneFindings } = change;
  const name = model.nameOf(trackerId);
  const show = () => {
    const row = model.checked.value.rows.findLast(
      (one) => one.trackerId === trackerId && (one.pageView?.url ?? '') === url,
    );
    model.selectedKey.value = row?.request.key ?? null;
  };
  const isSeen = change.after !== null && change.after !== 'not-seen';
  return (
    <li class="pb-expected-row">
      <button type="button" class="pb-expected-name" disabled={!isSeen} title={name} onClick={show}>
        <span class="pb-clip">{name}</span>
      </button>
      <p class="pb-muted pb-small pb-clip" title={url}>
        {url === '' ? text.onNoPage : shortUrl(url)}
      </p>
      <p class="pb-small">
        <ChangeBadge isWorse={isWorse} word={changeText[kind]} /> {fromTo(change)}
      </p>
      <Codes label={text.newFindings} codes={newFindings} />
      <Codes label={text.goneFindings} codes={goneFindings} />
    </li>
  );
}

function Codes({ label, codes }: { label: string; codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return (
    <p class="pb-small">
      <span class="pb-muted">{label}</span>{' '}
      {codes.map((code) => (
        <span key={code}>
          {code} <RuleLink code={code} />{' '}
        </span>
      ))}
    </p>
  );
}
