import type { NoPlan, SpanProblem, TypeProblem } from '../../core/report/no-plan';
import type { Remark } from '../../core/report/remarks';
import type { ReportType } from '../../core/report/report-type';

/** What the types are called where people ask for them. */
const TYPE_NAMES: Readonly<Record<ReportType, string>> = {
  network_analytics: 'Network Analytics',
  network_publisher_analytics: 'Network Publisher Analytics',
  publisher_analytics: 'Publisher Analytics',
  monetize_creative_brand_analytics: 'Delivery',
  monetize_supply_analytics: 'Inventory',
};

const TOLD = {
  'line-item': 'line item',
  publisher: 'publisher',
  placement: 'placement',
  'payment-rule': 'payment rule',
} as const;

/** What is to be known of a report before it is asked for, as a sentence. */
export function remarkText(remark: Remark): string {
  switch (remark.kind) {
    case 'hours-kept':
      return `Figures by the hour are kept for ${remark.days} days. Earlier ones may be missing.`;
    case 'slow-queue':
      return `It begins more than ${remark.days} days ago: the service may have it wait longer than others.`;
    case 'data-kept':
      return `This type of report has data for ${remark.days} days. Earlier days may be missing.`;
    case 'data-since':
      return `This type of report has data from ${remark.day} on. Earlier days are missing.`;
    case 'type-ends':
      return `${TYPE_NAMES[remark.type]} gets no data any more from early 2027 on; on which day is not known. Days may be missing.`;
    case 'not-told':
      return `This type of report does not tell figures apart by ${TOLD[remark.what]}.`;
    case 'all-advertisers':
      return 'This type of report cannot be asked for one advertiser: those of the publisher are counted together.';
  }
}

interface Words {
  readonly sentence: string;
  readonly next: string;
}

const SPANS: Readonly<Record<SpanProblem, Words>> = {
  'time-zone': { sentence: 'This time zone is not known.', next: 'Choose another one.' },
  'no-days': {
    sentence: 'These are no days: the last is before the first, or one of them does not exist.',
    next: 'Correct the dates.',
  },
  'not-yet': { sentence: 'These days have not begun.', next: 'Choose days up to today.' },
  'too-long': {
    sentence: 'These are more figures than are read at a time.',
    next: 'Choose fewer days, or ask by day.',
  },
};

const TYPES: Readonly<Record<TypeProblem, string>> = {
  'not-offered': 'the service does not offer it to your user',
  'no-impressions': 'it has no external impressions',
  'no-periods': 'it does not sum by these days or hours',
  'needs-publisher': 'it is of one publisher, and none is named',
  'no-filter': 'it cannot be asked for this alone',
};

/** Why a question cannot be asked, and what to do. */
export function noPlanText(why: NoPlan): Words {
  switch (why.kind) {
    case 'span':
      return SPANS[why.problem];
    case 'tracker-unknown':
      return {
        sentence: 'This tracker is not known here.',
        next: 'Refresh the list of trackers, then ask again.',
      };
    case 'tracker-bare':
      return {
        sentence:
          'This tracker has neither line item nor publisher, by which reports could tell it.',
        next: 'Ask about the whole advertiser.',
      };
    case 'no-type': {
      const each = why.types.map(({ type, problem }) => `${TYPE_NAMES[type]}: ${TYPES[problem]}`);
      return {
        sentence: `No type of report answers this. ${each.join('; ')}.`,
        next: 'Ask about something else, or ask an administrator of your member for the right to reports.',
      };
    }
  }
}
