import { isPlainAmount } from '../../pixel/amount';
import type { About, RequestRule } from '../rule';

/** The cost that is sent and the payment rule of the tracker do not contradict each other (api.md 3.4). */
export const costOverrides: RequestRule = {
  kind: 'request',
  code: 'cost-overrides',
  severity: 'warning',
  look: ({ request, tracker }) => {
    const { ancost } = request.url;
    const rule = tracker?.paymentRule;
    if (!rule || ancost === null || !isPlainAmount(ancost)) return null;
    return { value: ancost, rule: rule.name ?? String(rule.id) };
  },
  seen: ({ value, rule }) =>
    `ancost=${value ?? ''} overrides the payment rule of this tracker (${rule ?? ''}).`,
  next: 'Keep one of them: leave ancost out of the tag, or take the payment rule off the tracker.',
};

export const about: About = {
  why: 'Monetize pays what ancost says and not what the payment rule says.',
  bad: 'ancost=0.0025 at a tracker with a payment rule.',
  good: 'No ancost at a tracker with a payment rule.',
};
