/**
 * Every verdict, in the order in which they are shown and counted: what needs a person comes first. *Rehearsed* is as
 * good as pass, of what we answered ourselves and nobody counted. *Not known* is said where the recording was full before the page was left.
 */
export const VERDICTS = ['fail', 'warning', 'not-seen', 'not-known', 'rehearsed', 'pass'] as const;
export type Verdict = (typeof VERDICTS)[number];
