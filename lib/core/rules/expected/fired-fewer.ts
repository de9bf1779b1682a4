import type { About, ExpectedRule } from '../rule';

/** A person expects a tracker several times on a page view, and it fired less often there. One that was not seen at all has a verdict of its own. */
export const firedFewer: ExpectedRule = {
  kind: 'expected',
  code: 'fired-fewer',
  severity: 'error',
  look: ({ trackerId, fired, fewest }) =>
    fewest > 1 && fired < fewest
      ? { id: String(trackerId), fired: String(fired), expected: String(fewest) }
      : null,
  seen: ({ id, fired, expected }) =>
    `Tracker ${id ?? ''} fired ${fired ?? ''} of ${expected ?? ''} expected times on a page view.`,
  next: 'Scroll to every place that shows the creative, or wait for it to come again. Then look for the tag in each of these places.',
};

export const about: About = {
  why: 'An impression that is shown and does not fire is counted by nobody.',
  bad: 'One request of tracker 531 on a page view, where two are expected.',
  good: 'Two requests of tracker 531 on a page view, where two are expected.',
};
