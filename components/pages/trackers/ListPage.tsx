import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';

import { CannotNotice } from '@/components/trackers/CannotNotice';
import type { Switching } from '@/components/trackers/SwitchToast';
import { WaitLine } from '@/components/trackers/WaitLine';
import { type ListInstead, TrackerListView } from '@/components/trackers/TrackerListView';
import { Combobox } from '@/components/ui/Combobox';
import { focusIn } from '@/components/ui/focus-in';
import { Empty, Notice } from '@/components/ui/Notice';
import type { Ref } from '@/lib/core/tracker/tracker';
import { popupText as text } from '@/lib/text/pages/popup';

import { copyTag } from './copy-tag';
import type { TrackersModel } from './trackers-model';

interface ListPageProps {
  model: TrackersModel;
  /** Whether the list takes the focus as it appears. */
  takesFocus?: boolean;
  onSheet: () => void;
  instead?: ListInstead;
}

/** An advertiser, and its trackers. */
export function ListPage({ model, takesFocus = false, onSheet, instead }: ListPageProps) {
  const { actions, advertiser, session } = model;
  const search = useMemo(
    () => (words: string) => actions.searchObjects({ kind: 'advertiser' }, words),
    [actions],
  );
  const whose = useRef<HTMLDivElement>(null);
  // Without an advertiser there is nothing to search: it is chosen first.
  useLayoutEffect(() => {
    if (takesFocus && !advertiser.value) focusIn(whose.current, 'input');
  }, []);
  return (
    <>
      {session.value?.trackersEnabled === false && <CannotNotice cannot="not-enabled" />}
      {session.value?.readOnly && <CannotNotice cannot="read-only" />}
      <div ref={whose}>
        <Combobox<Ref>
          label={text.advertiser}
          value={advertiser.value}
          search={search}
          placeholder={text.advertiserPlaceholder}
          onChange={(chosen) => chosen && void model.chooseAdvertiser(chosen)}
        />
      </div>
      {model.unread.value > 0 && <Notice kind="warning">{text.unread(model.unread.value)}</Notice>}
      {model.unreadable.value > 0 && (
        <Notice kind="warning">{text.unreadable(model.unreadable.value)}</Notice>
      )}
      {advertiser.value ? (
        <TrackerListView
          shown={model.shown.value}
          total={model.total.value}
          filter={model.filter.value}
          onFilter={(filter) => (model.filter.value = filter)}
          searched={{
            query: model.query.value,
            elsewhere: model.elsewhere.value.length,
            absent: model.others.absent.value,
            isAsking: model.others.isAsking.value,
          }}
          order={model.order.value}
          onOrder={(order) => (model.order.value = order)}
          switching={switchingOf(model)}
          advertiserId={advertiser.value.id}
          syncing={model.syncing.value}
          progress={model.progress.value}
          waitingUntil={model.waitingUntil.value}
          failure={model.failure.value}
          message={model.message.value}
          canCreate={model.canCreate.value}
          focus={takesFocus ? model.leftAt.value : null}
          onRefresh={() => void model.refresh(true)}
          onStop={() => void actions.cancelSync()}
          onSheet={onSheet}
          onNew={() => model.go({ view: 'form', trackerId: null })}
          onEdit={(trackerId) => model.go({ view: 'form', trackerId })}
          onBuild={(trackerId) => model.go({ view: 'tag', trackerId })}
          onCopy={(tracker) => copyTag(model, tracker)}
          instead={instead}
        />
      ) : (
        <Empty title={text.chooseAdvertiser}>
          <span>{text.chooseAdvertiserNext}</span>
          <WaitLine until={model.waitingUntil.value} />
        </Empty>
      )}
    </>
  );
}

function switchingOf({ stateSwitch, canWrite }: TrackersModel): Switching {
  const { saving, switched, flip, undo, forget } = stateSwitch;
  return {
    saving: saving.value,
    switched: switched.value,
    onSwitch: canWrite.value ? (tracker) => void flip(tracker) : null,
    onUndo: () => void undo(),
    onGone: forget,
  };
}
