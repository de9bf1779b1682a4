import { ScanSearch, X } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { RuleLink } from '@/components/rules/RuleLink';
import { Button, IconButton } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { JudgedPage, UnfiredTag } from '@/lib/core/verification/unfired';
import { say } from '@/lib/text/findings';
import { onPageText as text } from '@/lib/text/verification/on-page';
import { verificationText } from '@/lib/text/verification/verification';

import { SeverityBadge } from './Badges';
import { type Fact, Facts } from '@/components/ui/Facts';
import type { PageModel } from './page-model';
import type { VerificationModel } from './verification-model';

interface LookButtonProps {
  page: PageModel;
  /** Its name; that of a first look where there is none. */
  name?: string;
}

/** Looks for tags on the page that is inspected; nothing where there is none. */
export function LookButton({ page, name = text.look }: LookButtonProps) {
  if (!page.isOffered.value) return null;
  return (
    <Button
      icon={ScanSearch}
      disabled={page.isLooking.value}
      title={text.lookWhy}
      onClick={() => void page.look()}
    >
      {page.isLooking.value ? text.looking : name}
    </Button>
  );
}

/** The tags that stand on the page and did not fire, each with the reason, once somebody looked. */
export function OnPageSection({ model }: { model: VerificationModel }) {
  const { judged, close } = model.page;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // What was pressed in the empty list has gone with it.
    const at = document.activeElement;
    if (at === document.body || at?.closest('.pb-empty')) heading.current?.focus();
  }, []);
  return (
    <section class="pb-verification-details" aria-labelledby="pb-on-page">
      <div class="pb-row pb-spread">
        <h2 ref={heading} id="pb-on-page" tabIndex={-1} data-focus>
          {text.title}
        </h2>
        <IconButton icon={X} label={text.close} onClick={close} />
      </div>
      <LookButton page={model.page} name={text.again} />
      {judged.value ? (
        <Judged page={judged.value} model={model} />
      ) : (
        <Notice kind="warning">
          {text.unreadable} {text.unreadableNext}
        </Notice>
      )}
    </section>
  );
}

function Judged({ page, model }: { page: JudgedPage; model: VerificationModel }) {
  const limits = text.limits(page);
  return (
    <>
      <p class="pb-muted">{text.lookedAt(page)}</p>
      {limits.length > 0 && (
        <Notice kind="warning">
          <div class="pb-row pb-spread pb-wrap">
            <span>{limits.join(' ')}</span>
            {!page.isAllRecorded && (
              <Button onClick={() => model.actions.reloadPage()}>{verificationText.reload}</Button>
            )}
          </div>
        </Notice>
      )}
      {page.tags.length > 0 ? (
        <ul class="pb-findings" aria-label={text.title}>
          {page.tags.map((tag, index) => (
            <Row key={index} tag={tag} page={page} model={model} />
          ))}
        </ul>
      ) : (
        <p>{text.none}</p>
      )}
      <p class="pb-muted pb-small">{text.notSeen}</p>
    </>
  );
}

interface RowProps {
  tag: UnfiredTag;
  page: JudgedPage;
  model: VerificationModel;
}

/** The address is text, never a link: a call would be billed. */
function Row({ tag, page, model }: RowProps) {
  const { trackerId, reason, count } = tag;
  const { sentence, next } = say(reason);
  const known = trackerId !== null && model.known.value.trackers.byId.has(trackerId);
  return (
    <li>
      <h3>
        {trackerId === null ? verificationText.noId : model.nameOf(trackerId)}
        {known && <span class="pb-muted pb-small"> {trackerId}</span>}
        {count > 1 && <span class="pb-muted pb-small"> {text.times(count)}</span>}
      </h3>
      <p>
        <SeverityBadge severity={reason.severity} /> {sentence}
      </p>
      <p>
        <span class="pb-muted">{verificationText.next}</span> {next} <RuleLink code={reason.code} />
      </p>
      <Facts facts={factsOf(tag, page)} />
    </li>
  );
}

function factsOf({ path, frameUrl, address }: UnfiredTag, { url }: JudgedPage): readonly Fact[] {
  return [
    ...(path === '' ? [] : [[text.path, path] as const]),
    ...(frameUrl === url ? [] : [[text.frame, frameUrl] as const]),
    [text.address, address],
  ];
}
