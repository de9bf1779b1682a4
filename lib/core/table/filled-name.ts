/** The name of a file that was filled in: `NAME – filled.xlsx`. One that was filled in before keeps its name. */
export function filledName(name: string): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[a-z0-9]{1,5})?$/i.exec(name) ?? [];
  return stem.endsWith(MARK) ? name : `${stem}${MARK}${ending}`;
}

const MARK = ' – filled';
