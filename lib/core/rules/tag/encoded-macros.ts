import { macrosIn } from '../../macro/shapes';
import { macrosOf, serversOf } from '../../ad-server/macros';
import type { Parameter } from '../../pixel/read-address';
import { type Mendable, mendTogether, placeOf, type TagContext, type TagRule } from './rule';

/** No macro is percent-encoded: an ad server looks for `[X]` and does not see `%5BX%5D`. */
export const encodedMacros: TagRule = (context) =>
  mendTogether(
    context.tag,
    context.tag.url.parameters.flatMap((parameter) => encodedMacro(context, parameter)),
  );

function encodedMacro(
  { tag, server, servers }: TagContext,
  parameter: Parameter,
): readonly Mendable[] {
  const value = parameter.value ?? '';
  if (parameter.name === 'redir' || !/%(?:5B|7B|24|25)/i.test(value)) return [];
  if (server?.traps.includes('reads-encoded')) return [];
  const decoded = value.replace(/%(?:5B|5D|7B|7D|24|25|3A)/gi, (escape) =>
    decodeURIComponent(escape),
  );
  const [macro] = macrosIn(decoded);
  if (!macro || macro.text.length !== decoded.length) return [];
  const known = server
    ? macrosOf(server).includes(decoded)
    : serversOf(decoded, servers).length > 0;
  return [
    {
      code: 'macro-encoded',
      severity: 'error',
      at: placeOf(tag, parameter),
      values: { macro: decoded },
      change: known ? { ...parameter.valueRange, text: decoded } : null,
    },
  ];
}
