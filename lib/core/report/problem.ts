import { ProblemError } from '../base/problem-error';

/** Why a report cannot be read: its columns are not those asked for, or it is more than is read. */
export type ReportProblem = 'other-columns' | 'too-much';

export class ReportError extends ProblemError<ReportProblem> {}
