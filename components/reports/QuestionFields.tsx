import { useCallback, useEffect, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Choice } from '@/components/ui/Choice';
import { Combobox } from '@/components/ui/Combobox';
import { Field } from '@/components/ui/Field';
import { reportsText as text } from '@/lib/text/reports/screens';

import { type QuestionForm, readQuestion } from './read-question';
import type { ReportActions } from './report-actions';
import type { Asked } from './reports-model';

interface QuestionFieldsProps {
  actions: ReportActions;
  advertiserId: number;
  isAsking: boolean;
  onAsk: (asked: Asked) => void;
}

const EMPTY: QuestionForm = {
  kind: 'advertiser',
  of: null,
  when: 'last-7-days',
  first: '',
  last: '',
  by: 'day',
  timeZone: 'UTC',
};
const KINDS = (['advertiser', 'line-item', 'publisher', 'tracker'] as const).map((value) => ({
  value,
  label: text.kinds[value],
}));
const WHENS = [
  { value: 'last-7-days', label: text.lastWeek },
  { value: 'last-month', label: text.lastMonth },
  { value: 'custom', label: text.custom },
] as const;
const GRAINS = [
  { value: 'day', label: text.day },
  { value: 'hour', label: text.hour },
] as const;

/** A question with what the ready-made ones do not have: other days, hours, another zone. */
export function QuestionFields({ actions, advertiserId, isAsking, onAsk }: QuestionFieldsProps) {
  const [form, setForm] = useState(EMPTY);
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<QuestionForm>) => setForm((before) => ({ ...before, ...part }));
  const read = readQuestion(form, actions.today());
  const problems = isTried && 'problems' in read ? read.problems : {};
  const { kind } = form;
  const search = useCallback(
    async (typed: string) =>
      kind === 'advertiser' ? [] : actions.search(kind, advertiserId, typed),
    [actions, advertiserId, kind],
  );
  return (
    <form
      class="pb-report-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if ('asked' in read && !isAsking) onAsk(read.asked);
      }}
    >
      <Choice
        label={text.about}
        value={kind}
        options={KINDS}
        onChange={(next) => change({ kind: next, of: null })}
      />
      {kind !== 'advertiser' && (
        <Combobox
          key={kind}
          label={text.which[kind]}
          value={form.of}
          search={search}
          onChange={(of) => change({ of })}
          problem={problems.of ?? null}
        />
      )}
      <Choice
        label={text.when}
        value={form.when}
        options={WHENS}
        onChange={(when) => change({ when })}
      />
      {form.when === 'custom' && (
        <div class="pb-report-days">
          <DateField
            label={text.first}
            value={form.first}
            problem={problems.first}
            onInput={(first) => change({ first })}
          />
          <DateField
            label={text.last}
            value={form.last}
            problem={problems.last}
            onInput={(last) => change({ last })}
          />
        </div>
      )}
      <div class="pb-report-days">
        <Choice
          label={text.by}
          value={form.by}
          options={GRAINS}
          onChange={(by) => change({ by })}
        />
        <ZoneField
          actions={actions}
          value={form.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        />
      </div>
      {form.by === 'hour' && <p class="pb-hint">{text.hourHint}</p>}
      <div>
        <Button kind="primary" type="submit" disabled={isAsking}>
          {isAsking ? text.asking : text.ask}
        </Button>
      </div>
    </form>
  );
}

interface DateFieldProps {
  label: string;
  value: string;
  problem: string | undefined;
  onInput: (value: string) => void;
}

function DateField({ label, value, problem, onInput }: DateFieldProps) {
  return (
    <Field label={label} problem={problem ?? null}>
      {({ id, describedBy }) => (
        <input
          id={id}
          type="date"
          class="pb-input"
          value={value}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface ZoneFieldProps {
  actions: Pick<ReportActions, 'timeZones'>;
  value: string;
  onChange: (zone: string) => void;
}

/** The zones that are known here; UTC is always among them. */
function ZoneField({ actions, value, onChange }: ZoneFieldProps) {
  const [zones, setZones] = useState<readonly string[] | 'failed' | null>(null);
  useEffect(() => {
    let isHere = true;
    actions.timeZones().then(
      (found) => isHere && setZones(found),
      () => isHere && setZones('failed'),
    );
    return () => void (isHere = false);
  }, []);
  const known = zones === null || zones === 'failed' ? [] : zones;
  const hint =
    zones === null ? text.zonesLoading : zones === 'failed' ? text.zonesFailed : text.zoneHint;
  return (
    <Field label={text.zone} hint={hint}>
      {({ id, describedBy }) => (
        <select
          id={id}
          class="pb-input"
          value={value}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {[...new Set(['UTC', value, ...known])].map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
