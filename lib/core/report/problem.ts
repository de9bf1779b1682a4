import { ProblemError } from '../base/problem-error';

/** Why a report cannot be read: its columns are not those asked for, it is more than is read, or it ends in the middle of a row. */
export type ReportProblem = 'other-columns' | 'too-much' | 'cut-off';

export class ReportError extends ProblemError<ReportProblem> {}
