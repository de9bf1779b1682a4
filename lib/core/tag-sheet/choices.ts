import { MAX_ROWS } from '../base/limits';
import { z } from '../base/schema';
import { isPlainAmount } from '../pixel/amount';
import { DEFAULT_CHOICES, type TagChoices } from '../tag/write/build-tag';
import type { TagForm } from './columns';

/** Everything a person chose and typed for a tag sheet; kept, so that it comes back. */
export const SheetChoicesSchema = z.object({
  trackerIds: z.array(z.number()),
  adServerIds: z.array(z.string()),
  /** For the block at the top. */
  campaign: z.string(),
  author: z.string(),
  version: z.string(),
  /** The same for every row, where a person knows them already; the days as `YYYY-MM-DD`. */
  site: z.string(),
  creative: z.string(),
  dimensions: z.string(),
  start: z.string(),
  end: z.string(),
  withCost: z.boolean(),
  /** A macro or a number; empty takes each ad server's own macro. Money per impression. */
  cost: z.string(),
  costIsPerImpression: z.boolean(),
  withConsent: z.boolean(),
  redir: z.string(),
  comments: z.boolean(),
});
export type SheetChoices = z.infer<typeof SheetChoicesSchema>;

export const DEFAULT_SHEET_CHOICES: SheetChoices = {
  trackerIds: [],
  adServerIds: [],
  campaign: '',
  author: '',
  version: '1',
  site: '',
  creative: '',
  dimensions: '',
  start: '',
  end: '',
  withCost: false,
  cost: '',
  costIsPerImpression: false,
  withConsent: false,
  redir: '',
  comments: true,
};

/** The builder's choices for one form of a tag in the sheet. A bare URL is called as an image. */
export function tagChoicesOf(choices: SheetChoices, type: TagForm): TagChoices {
  const { cost, costIsPerImpression, withConsent, redir, comments } = choices;
  return {
    ...DEFAULT_CHOICES,
    type,
    cost,
    costIsPerImpression,
    withConsent,
    redir,
    comments,
    loadedBy: type === 'javascript' ? 'javascript' : 'image',
  };
}

export type SheetProblem =
  | 'cost-not-a-number'
  | 'redir-not-https'
  | 'end-before-start'
  | 'too-many-rows';

/** What keeps a sheet from being made, by what a person would change. */
export function checkSheetChoices(choices: SheetChoices, rowCount: number): SheetProblem[] {
  const problems: SheetProblem[] = [];
  const cost = choices.cost.trim();
  if (choices.withCost && /^[^[{%$_#]/.test(cost) && !isPlainAmount(cost)) {
    problems.push('cost-not-a-number');
  }
  const redir = choices.redir.trim();
  if (redir !== '' && !/^(https:\/\/|[[{%$_#])/i.test(redir)) problems.push('redir-not-https');
  if (choices.start !== '' && choices.end !== '' && choices.end < choices.start) {
    problems.push('end-before-start');
  }
  if (rowCount > MAX_ROWS) problems.push('too-many-rows');
  return problems;
}
