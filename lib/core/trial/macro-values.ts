import { costMacroOf, type AdServer } from '../ad-server/ad-server';
import { isCachebusterOf, macrosOf } from '../ad-server/macros';

/** What changes from one serving to the next. */
export interface Serving {
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** Digits, as ad servers make them. */
  readonly cachebuster: string;
}

/** What a macro was filled with: a kind of thing, not a real one. */
export type FillKind = 'cachebuster' | 'time' | 'click' | 'cost' | 'consent' | 'id';

/** A value as an ad server may put it in, and what it stands for. */
export interface MacroValue {
  readonly kind: FillKind;
  readonly value: string;
}

/** Reserved (RFC 2606): nobody's. The click goes on to what stands behind it. */
const CLICK = 'https://click.example/?to=';
const ID = '1001';
const SIZE = '300x250';
// What a visitor has who is asked for no consent.
const CONSENT = {
  gdpr: '0',
  gdprConsent: '',
  usPrivacy: '1---',
  gpp: '',
  gppSid: '-1',
} as const satisfies Record<keyof AdServer['consent'], string>;

/** Values for the macros of an ad server, by their writing; a macro without one is replaced by what is not known. */
export function valuesOf(server: AdServer, serving: Serving): ReadonlyMap<string, MacroValue> {
  const values = new Map<string, MacroValue>();
  const put = (macro: string | null | undefined, kind: FillKind, value: string) => {
    if (macro && !values.has(macro)) values.set(macro, { kind, value });
  };
  for (const macro of macrosOf(server)) {
    if (!isCachebusterOf(server, macro)) continue;
    const isTime = /time/i.test(macro);
    put(macro, isTime ? 'time' : 'cachebuster', isTime ? String(serving.now) : serving.cachebuster);
  }
  put(server.click, 'click', CLICK);
  put(server.clickEscaped, 'click', encodeURIComponent(CLICK));
  put(costMacroOf(server)?.macro, 'cost', '1.25');
  const isPair = server.traps.includes('consent-pair');
  for (const [name, value] of Object.entries(CONSENT)) {
    const macro = Object.entries(server.consent).find(([key]) => key === name)?.[1];
    put(macro, 'consent', isPair ? `${name}=${value}` : value);
  }
  for (const [name, macro] of Object.entries(server.ids)) {
    put(macro, 'id', idFor(name));
  }
  return values;
}

function idFor(name: string): string {
  if (/name|path|site/i.test(name)) return `example-${name.toLowerCase()}`;
  return name === 'size' ? SIZE : ID;
}
