/** Every verdict, in the order in which they are shown and counted: what needs a person comes first. */
export const VERDICTS = ['fail', 'warning', 'not-seen', 'pass'] as const;
export type Verdict = (typeof VERDICTS)[number];
