import { costMacroOf } from '../../ad-server/ad-server';
import { macrosIn } from '../../macro/shapes';
import { isPlainAmount } from '../../pixel/amount';
import { decodeValue } from '../../macro/encode';
import type { TagFinding } from './finding';
import type { Parameter } from '../../pixel/read-address';
import {
  finding,
  parameterOf,
  placeOf,
  removeParameter,
  type TagContext,
  type TagRule,
} from './rule';

// `${ANCOST}` is a reserved name inside Xandr and `[ANCOST]` a gap in its own exports (ad-servers.md
// section 1, row 8).
const PLACEHOLDERS: readonly string[] = ['[ANCOST]', '${ANCOST}'];
// The one macro documented as money per impression (row 7).
const PER_IMPRESSION = /per impression/i;
const OTHER_UNIT = /cpm|micro|winning_price|auction_price|ecpm/i;

/** `ancost` is money per impression: a plain number, or a macro that becomes one. */
export const cost: TagRule = (context) => {
  const parameter = parameterOf(context.tag, 'ancost');
  return parameter ? judge(context, parameter) : [];
};

function judge(context: TagContext, parameter: Parameter): readonly TagFinding[] {
  const { tag } = context;
  const value = decodeValue(parameter.value ?? '');
  const at = placeOf(tag, parameter);
  if (value === '' || PLACEHOLDERS.includes(value.toUpperCase())) {
    const repair = removeParameter(tag, parameter);
    const values = { value };
    return [finding({ code: 'cost-placeholder', severity: 'error', at, values, repair })];
  }
  if (macrosIn(value).some((macro) => macro.text.length === value.length)) {
    return judgeMacro(context, value, at);
  }
  if (!isPlainAmount(value)) {
    return [finding({ code: 'cost-not-a-number', severity: 'error', at, values: { value } })];
  }
  // More than 1 for a single impression is a CPM nearly every time (ad-servers.md section 6, row 16).
  if (Number(value) <= 1) return [];
  return [finding({ code: 'cost-high', severity: 'warning', at, values: { value } })];
}

function judgeMacro(
  { server, servers, costIsPerImpression }: TagContext,
  macro: string,
  at: { start: number; end: number },
): readonly TagFinding[] {
  if (costIsPerImpression) return [];
  const known = [server, ...servers].map(costMacroOf).find((it) => it?.macro === macro);
  if (known ? PER_IMPRESSION.test(known.unit ?? '') : !OTHER_UNIT.test(macro)) return [];
  const values = { macro, unit: known?.unit ?? '' };
  return [finding({ code: 'cost-unit', severity: 'error', at, values })];
}
