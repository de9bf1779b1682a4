/**
 * A function that remembers what it last gave, and for what: many ask one after the other for the same, and
 * none comes back to it. What it is given must not change.
 */
export function rememberLast<K extends object, V>(make: (of: K) => V): (of: K) => V {
  let last: { readonly of: K; readonly made: V } | null = null;
  return (of) => {
    if (last?.of !== of) last = { of, made: make(of) };
    return last.made;
  };
}
