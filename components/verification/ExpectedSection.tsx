import { ListPlus, X } from 'lucide';
import { useCallback, useRef } from 'preact/hooks';

import { BlockedAudience } from '@/components/ui/BlockedAudience';
import { Button, IconButton } from '@/components/ui/Button';
import { Combobox, type ComboboxOption } from '@/components/ui/Combobox';
import { MiddleClip } from '@/components/ui/MiddleClip';
import { readIds } from '@/lib/core/tracker/read-ids';
import type { Tracker } from '@/lib/core/tracker/tracker';
import type { TrackerVerdict } from '@/lib/core/verification/verdict';
import { findingSentence } from '@/lib/text/findings';
import { onPageText } from '@/lib/text/verification/on-page';
import { verdictReason, verificationText as text } from '@/lib/text/verification/verification';

import { AddSection } from './AddSection';
import { VerdictBadge } from './Badges';
import { BaselineNotice, ChangeList } from './BaselineSection';
import { ByPage } from './matrix/ByPage';
import { NoneHere } from './NoneHere';
import { RunSection } from './RunSection';
import { RunTools } from './RunTools';
import { TimesSelect } from './TimesSelect';
import { useHeldOrder } from './use-held-order';
import type { VerificationModel } from './verification-model';

interface ExpectedSectionProps {
  model: VerificationModel;
  /** Opens another recording. */
  onChoose: (id: string) => void;
}

/** The trackers that should fire here, each with its verdict. */
export function ExpectedSection({ model, onChoose }: ExpectedSectionProps) {
  const { verdicts, seenIds, actions } = model;
  const ids = model.expectedIds.value;
  const list = useRef<HTMLUListElement>(null);
  const { held, release } = useHeldOrder(verdicts.value, list);
  const search = useCallback(
    async (words: string) => optionsOf(readIds(words), await actions.searchTrackers(words)),
    [actions],
  );
  const byPage = model.byPage.value;
  const onlyChanges = model.sinceBaseline.changedIds.value !== null;
  // The pages of a list have a table of their own.
  const isOpened = !model.verification.value?.visited && model.pageViews.value.length > 1;
  const mayByPage = ids.length > 0 && isOpened && !onlyChanges;
  const add = (more: readonly number[]) => void model.expect([...new Set([...ids, ...more])]);

  return (
    <section class="pb-verification-expected" aria-labelledby="pb-expected">
      <RunSection model={model} onChoose={onChoose} />
      <div class="pb-row pb-spread">
        <h2 id="pb-expected">{text.expected}</h2>
        <span class="pb-muted pb-small">{text.summary(verdicts.value)}</span>
      </div>
      <Combobox<Offer>
        label={text.expectedTracker}
        placeholder={text.expectedPlaceholder}
        value={null}
        search={search}
        onChange={(chosen) => chosen && add(chosen.ids)}
      />
      <RunTools model={model} mayByPage={mayByPage} />
      <div class="pb-row pb-expected-tools">
        {ids.length > 0 && !onlyChanges && <ScopeSelect model={model} />}
        {seenIds.value.length > 0 && !onlyChanges && (
          <Button icon={ListPlus} onClick={() => add(seenIds.value)}>
            {text.expectSeen(seenIds.value.length)}
          </Button>
        )}
      </div>
      {model.add.isOpen.value && <AddSection add={model.add} />}
      <BaselineNotice model={model} />
      {onlyChanges ? (
        <ChangeList model={model} />
      ) : byPage && mayByPage ? (
        <ByPage model={model} />
      ) : ids.length > 0 && verdicts.value.length === 0 ? (
        <NoneHere model={model} />
      ) : ids.length > 0 ? (
        <ul
          ref={list}
          class="pb-expected-list"
          aria-label={text.expected}
          onPointerLeave={release}
          onFocusOut={release}
        >
          {held.map((item) => (
            <ExpectedRow key={item.trackerId} item={item} model={model} />
          ))}
        </ul>
      ) : (
        <p class="pb-muted pb-small">{text.expectedNone}</p>
      )}
      <BlockedAudience />
    </section>
  );
}

interface Offer extends ComboboxOption {
  /** What to expect where it is chosen. */
  readonly ids: readonly number[];
}

/** What can be expected: several ids at once, what was found, and an id that no loaded tracker has. */
function optionsOf(ids: readonly number[], found: readonly Tracker[]): readonly Offer[] {
  const known = found.map(({ id, name }) => ({ id, name, note: String(id), ids: [id] }));
  if (ids.length > 1) {
    return [{ id: 'all', name: text.expectThese(ids.length), note: '', ids }, ...known];
  }
  const unknown = ids
    .filter((id) => !known.some((it) => it.id === id))
    .map((id) => ({ id, name: text.trackerId(id), note: text.expectUnknown, ids: [id] }));
  return [...known, ...unknown];
}

function ExpectedRow({ item, model }: { item: TrackerVerdict; model: VerificationModel }) {
  const { trackerId } = item;
  const name = model.nameOf(trackerId);
  const known = model.known.value.trackers.byId.has(trackerId);
  const isUnseen = item.decidedBy === null;
  const reason = isUnseen ? model.page.reasonOf(trackerId) : null;
  const show = () => {
    model.showAll();
    model.selectedKey.value = item.decidedBy;
  };
  return (
    <li class="pb-expected-row">
      <div class="pb-row">
        <button
          type="button"
          class="pb-expected-name"
          disabled={isUnseen}
          title={isUnseen ? name : text.showRequests(name)}
          onClick={show}
        >
          <MiddleClip text={name} />
          {known && <span class="pb-muted pb-small"> {trackerId}</span>}
        </button>
      </div>
      <div class="pb-expected-verdict">
        <VerdictBadge verdict={item.verdict} />
        <p class="pb-muted pb-small">
          {verdictReason(item)} {reason && onPageText.reason(findingSentence(reason))}
        </p>
      </div>
      <div class="pb-row pb-expected-set">
        <TimesSelect
          name={name}
          times={item.times}
          onChange={(times) => void model.run.expectTimes(trackerId, times)}
        />
        <IconButton
          icon={X}
          label={text.stopExpecting(name)}
          onClick={() =>
            void model.expect(model.expectedIds.value.filter((other) => other !== trackerId))
          }
        />
      </div>
    </li>
  );
}

function ScopeSelect({ model }: { model: VerificationModel }) {
  const pages = model.pageViews.value.toReversed();
  return (
    <label class="pb-row pb-small">
      <span class="pb-muted pb-nowrap">{text.judgedOn}</span>
      <select
        class="pb-input"
        value={model.scopeChoice.value}
        onChange={(event) => (model.scopeChoice.value = event.currentTarget.value)}
      >
        <option value="latest">{text.latestPage}</option>
        <option value="all">{text.allPages}</option>
        {pages.map((page) => (
          <option key={page.id} value={page.id}>
            {text.pageOption(page)}
          </option>
        ))}
      </select>
    </label>
  );
}
