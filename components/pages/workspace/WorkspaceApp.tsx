import { LogOut, Settings } from 'lucide';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

import { BulkPlace } from '@/components/bulk/BulkPlace';
import { RunPlace } from '@/components/bulk/RunPlace';
import { RunsPlace } from '@/components/bulk/RunsPlace';
import { RulesPage } from '@/components/rules/RuleLink';
import { RulesView } from '@/components/rules/RulesView';
import type { TrackersModel } from '@/components/pages/trackers/trackers-model';
import { WhoMenu } from '@/components/pages/trackers/WhoMenu';
import { LeaveQuestion } from '@/components/pages/trackers/LeaveQuestion';
import { SheetApp } from '@/components/sheets/SheetApp';
import { TrialView } from '@/components/trial/TrialView';
import { type OnTry, TryTag } from '@/components/trial/try-tag';
import { VisitsPlace } from '@/components/visits/VisitsPlace';
import { IconButton } from '@/components/ui/Button';
import { focusIn } from '@/components/ui/focus-in';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { Empty } from '@/components/ui/Notice';
import { quickTag } from '@/lib/core/judge/quick-tag';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { signInsText } from '@/lib/text/account/sign-ins';
import { popupText } from '@/lib/text/pages/popup';
import { workspaceText as text } from '@/lib/text/pages/workspace';
import { reportsText } from '@/lib/text/reports/screens';
import { trialText } from '@/lib/text/tags/trial';
import { bulkText } from '@/lib/text/trackers/bulk';
import { runsText } from '@/lib/text/trackers/bulk-runs';
import { rulesText } from '@/lib/text/rules';
import { visitPagesText } from '@/lib/text/visits/visit-pages';

import { addressOf, type Place } from './address';
import { ReportsPlace } from './ReportsPlace';
import { SignInsPlace } from './SignInsPlace';
import { TrackersPlace } from './TrackersPlace';
import { VerificationsPlace } from './VerificationsPlace';
import type { WorkspaceModel } from './workspace-model';

const PLACES = [
  { name: 'trackers', address: '#/trackers', title: text.trackers },
  { name: 'tag-sheets', address: '#/tag-sheets', title: text.tagSheets },
  { name: 'verifications', address: '#/verifications', title: text.verifications },
  { name: 'reports', address: '#/reports', title: reportsText.title },
] as const;

/** The one full page: its places, and the one that the address names. */
export function WorkspaceApp({ model }: { model: WorkspaceModel }) {
  const asked = model.place.value;
  const place: Place = asked.name === 'reports' && !model.reports ? { name: 'nowhere' } : asked;
  const main = useRef<HTMLElement>(null);
  const key = place.name === 'nowhere' ? place.name : addressOf(place);
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  useFocusOfPlace(main, key);
  useFirstFocus(main, model.trackers.phase.value);
  const title = titleOf(place);
  useEffect(() => {
    document.title = text.titleOf(title);
  }, [title]);
  const onTry: OnTry = (tag, serverId) => {
    void model.trial.give(tag, serverId);
    location.hash = addressOf({ name: 'try', key: null });
  };
  return (
    <RulesPage.Provider value="workspace.html">
      <div ref={page} class="pb-app pb-workspace">
        <Bar model={model} place={place} />
        <LeaveQuestion model={model.trackers} />
        <main ref={main} class="pb-workspace-main">
          <TryTag.Provider value={onTry}>
            {place.name === 'trackers' && (
              <TrackersPlace model={model.trackers} acts={model.acts} passport={model.passport} />
            )}
            {(place.name === 'bulk' || place.name === 'runs') && (
              <Bulk model={model} place={place} />
            )}
            {place.name === 'tag-sheets' && <SheetApp model={model.sheets} />}
          </TryTag.Provider>
          {place.name === 'try' && <TrialView model={model.trial} />}
          {place.name === 'verifications' && (
            <VerificationsPlace
              model={model.recordings}
              har={model.har}
              run={model.visits.run}
              id={place.id}
            />
          )}
          {place.name === 'visit-pages' && (
            <VisitsPlace
              model={model.visits}
              onBegun={(id) => void (location.hash = addressOf({ name: 'verifications', id }))}
            />
          )}
          {place.name === 'reports' && model.reports && (
            <ReportsPlace model={model.reports} id={place.id} />
          )}
          {place.name === 'sign-ins' && <SignInsPlace model={model.trackers} keys={model.keys} />}
          {place.name === 'rules' && <RulesView code={place.code} />}
          {place.name === 'nowhere' && <Nowhere />}
        </main>
      </div>
    </RulesPage.Provider>
  );
}

function titleOf(place: Place): string {
  if (place.name === 'rules') return place.code ?? rulesText.title;
  if (place.name === 'bulk') return bulkText.title;
  if (place.name === 'runs') return runsText.title;
  if (place.name === 'try') return trialText.title;
  if (place.name === 'sign-ins') return signInsText.title;
  if (place.name === 'visit-pages') return visitPagesText.title;
  return PLACES.find(({ name }) => name === place.name)?.title ?? text.nowhere;
}

/** The place in the bar that another is a part of. */
function roomOf({ name }: Place): Place['name'] {
  if (name === 'bulk' || name === 'runs') return 'trackers';
  return name === 'try' ? 'tag-sheets' : name;
}

function Bar({ model, place }: { model: WorkspaceModel; place: Place }) {
  const { session, actions } = model.trackers;
  const who = session.value;
  return (
    <header class="pb-workspace-bar pb-row">
      <img src="/icon/32.png" alt="" width={24} height={24} />
      <strong class="pb-workspace-name">{text.product}</strong>
      <nav aria-label={text.places}>
        {PLACES.filter(({ name }) => name !== 'reports' || model.reports).map(
          ({ name, address, title }) => (
            <a key={name} href={address} aria-current={name === roomOf(place) ? 'page' : undefined}>
              {title}
            </a>
          ),
        )}
      </nav>
      <WhoMenu model={model.trackers} />
      <IconButton
        icon={Settings}
        label={popupText.options}
        onClick={() => void actions.openOptions()}
      />
      {who && (
        <IconButton
          icon={LogOut}
          label={popupText.signOut}
          onClick={() => void model.trackers.leave()}
        />
      )}
    </header>
  );
}

interface BulkProps {
  model: WorkspaceModel;
  place: Extract<Place, { name: 'bulk' | 'runs' }>;
}

/** Many trackers at once, and the runs of before. */
function Bulk({ model: { bulk, trackers }, place }: BulkProps) {
  const onBegun = (id: string) =>
    void (location.hash = addressOf({ name: 'runs', id, isUndo: false }));
  if (place.name === 'bulk') return <BulkPlace model={bulk} onBegun={onBegun} />;
  if (place.id === null) return <RunsPlace model={bulk.runs} />;
  const tagOf = (tracker: Tracker) => ({
    tag: quickTag(tracker, trackers.choices.value, trackers.servers.value).text,
    serverId: trackers.choices.value.adServerId,
  });
  return <RunPlace model={bulk} tagOf={tagOf} isUndo={place.isUndo} onBegun={onBegun} />;
}

function Nowhere() {
  return (
    <div class="pb-place">
      <h1 class="pb-hidden">{text.nowhere}</h1>
      <Empty title={text.nowhere}>
        <span>{text.nowhereNext}</span>
        <a class="pb-button" href="#/trackers" data-focus>
          {text.toTrackers}
        </a>
      </Empty>
    </div>
  );
}

/**
 * Once there is something to see, and once somebody has signed in, the focus is where a person begins, unless it is
 * somewhere already: without an advertiser there is nothing to search, and it is chosen first.
 */
function useFirstFocus(
  main: { current: HTMLElement | null },
  phase: TrackersModel['phase']['value'],
): void {
  // At once: else what stood beside the sign-in takes the focus that went with it.
  useLayoutEffect(() => {
    if (phase === 'loading' || document.activeElement !== document.body) return;
    const advertiser = '.pb-place-list input[role=combobox]';
    focusIn(main.current, '[data-focus=detail]', 'input[type=search]', advertiser, '[data-focus]');
  }, [phase]);
}

/** As another place is shown, the focus goes to its heading, or to what was opened there. */
function useFocusOfPlace(main: { current: HTMLElement | null }, key: string): void {
  const before = useRef(key);
  // At once: what had the focus goes with the place that is left.
  useLayoutEffect(() => {
    if (before.current === key) return;
    const left = before.current;
    before.current = key;
    const id = /^#\/trackers\/(\d+)/.exec(left)?.[1];
    // Back in a list, at what was open.
    const row = id === undefined ? [] : [`[data-tracker="${id}"] button`];
    focusIn(main.current, '[data-focus=detail]', ...row, '[data-focus]');
  }, [key]);
}
