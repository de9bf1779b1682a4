import type { Ref, Tracker } from '@/lib/core/tracker/tracker';
import type { Reported } from '@/lib/core/verification/passport/reported';
import { popupText } from '@/lib/text/pages/popup';
import { trackerFieldText } from '@/lib/text/trackers/fields';
import { modifiedText } from '@/lib/text/trackers/modified';
import { reportedSentence, reportedText } from '@/lib/text/trackers/reported';
import { passportText as text } from '@/lib/text/trackers/passport';

interface PassportFieldsProps {
  tracker: Tracker;
  /** What kept reports counted, newest first; as words while it is not known. */
  counted: readonly Reported[] | string;
}

/** All fields of a tracker, as they were last read from the service. */
export function PassportFields({ tracker, counted }: PassportFieldsProps) {
  const { field } = text;
  const name = trackerFieldText;
  const rows: readonly (readonly [string, string])[] = [
    [field.id, String(tracker.id)],
    [name.state, popupText[tracker.state]],
    [name.code, tracker.code ?? text.none],
    [name.lineItem, refText(tracker.lineItem)],
    [name.publisher, refText(tracker.publisher)],
    [name.placement, refText(tracker.placement)],
    [name.paymentRule, refText(tracker.paymentRule)],
    [field.advertiser, String(tracker.advertiserId)],
    [field.modified, modifiedText(tracker)],
  ];
  return (
    <section aria-label={text.fields}>
      <h2>{text.fields}</h2>
      <dl class="pb-passport-fields">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{reportedText.field}</dt>
          <dd>
            <Counted counted={counted} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** What the newest report says, and where it is. */
function Counted({ counted }: Pick<PassportFieldsProps, 'counted'>) {
  if (typeof counted === 'string') return <>{counted}</>;
  const [newest] = counted;
  if (!newest) return <>{reportedText.none}</>;
  return (
    <>
      {reportedSentence(newest)} <a href={`#/reports/${newest.reportId}`}>{reportedText.open}</a>
    </>
  );
}

const refText = (ref: Ref | null) => (ref === null ? text.none : text.withId(ref.name, ref.id));
