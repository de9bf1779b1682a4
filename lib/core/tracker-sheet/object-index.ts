import { groupBy } from '../base/groups';
import { readId } from '../tracker/read-ids';
import { plainTitle } from '../table/plain-title';
import type { KnownObject, ObjectList } from './known';

/** What a text may mean among the objects of a list. */
export type Match =
  | { readonly kind: 'found'; readonly object: KnownObject }
  | { readonly kind: 'ambiguous'; readonly objects: readonly KnownObject[] }
  /** `near` are those that are called nearly so. */
  | { readonly kind: 'unknown'; readonly near: readonly KnownObject[] }
  | { readonly kind: 'bad-id' };

/** By which of its words an object is meant. */
export type MatchBy = 'any' | 'id' | 'code';

export type ObjectIndex = ReturnType<typeof createObjectIndex>;

/** Finds objects of a list by id, exact name or code. */
export function createObjectIndex({ objects }: ObjectList, codesHaveCase: boolean) {
  const byId = new Map(objects.map((one) => [one.id, one]));
  const byName = groupBy(objects, ({ name }) => [exact(name)]);
  // Names with the same letters and digits, in whatever case and however they are divided.
  const byNear = groupBy(objects, ({ name }) => [plainTitle(name)]);
  const codeOf = (code: string) => (codesHaveCase ? code.trim() : code.trim().toLowerCase());
  const byCode = groupBy(objects, ({ code, codes }) =>
    [code, ...(codes ?? [])].flatMap((one) => (one === null || one === '' ? [] : [codeOf(one)])),
  );

  // A sheet says the same few words in thousands of rows.
  const known: Readonly<Record<MatchBy, Map<string, Match>>> = {
    any: new Map(),
    id: new Map(),
    code: new Map(),
  };

  function match(text: string, by: MatchBy): Match {
    const before = known[by].get(text);
    if (before) return before;
    const made = find(text, by);
    known[by].set(text, made);
    return made;
  }

  function find(text: string, by: MatchBy): Match {
    const id = idIn(text);
    if (by === 'id') {
      if (id === null) return { kind: 'bad-id' };
      return only(byId.get(id), () => []);
    }
    const found = new Set<KnownObject>(byCode.get(codeOf(text)));
    if (by === 'any') {
      for (const one of byName.get(exact(text)) ?? []) found.add(one);
      const ofId = id === null ? undefined : byId.get(id);
      if (ofId) found.add(ofId);
      // As Monetize shows it: `Tidewater News (880202)`; the two have to agree.
      const both = /^(.*\S)\s*[([]#?(\d{1,15})[)\]]$/s.exec(text);
      const named = both ? byId.get(Number(both[2])) : undefined;
      if (named && exact(named.name) === exact(both?.[1] ?? '')) found.add(named);
    }
    const [one, ...others] = found;
    if (others.length > 0) return { kind: 'ambiguous', objects: [...found] };
    return only(one, () => byNear.get(plainTitle(text)) ?? []);
  }

  return { match, byId };
}

function only(object: KnownObject | undefined, near: () => readonly KnownObject[]): Match {
  return object ? { kind: 'found', object } : { kind: 'unknown', near: near() };
}

/** The id that a text is, and nothing else; `null` where it is none. */
export function idIn(text: string): number | null {
  const id = readId(text.trim());
  return id !== null && id > 0 ? id : null;
}

// Most names are, and to look is quicker than to make anew.
const PLAIN = /^[ -~]*$/;

/** A name as it is compared: blanks at its ends are no difference, nor how a letter is made up. */
export function exact(name: string): string {
  const text = name.trim();
  return PLAIN.test(text) ? text : text.normalize('NFC');
}
