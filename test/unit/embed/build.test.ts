import { describe, expect, it } from 'vitest';

import { withoutEntries, withoutUnusedRules, withoutWork } from '../../../scripts/embed-plugins.ts';

const named =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name);

describe('withoutWork', () => {
  it('keeps the names of functions and nothing else', () => {
    const code = `import x from 'x';\nexport function one(a: A): B {\n  return x(a);\n}\nfunction two() {}\n`;
    expect(withoutWork(code)).toBe('export const one = () => null;');
    expect(() => withoutWork('export const x = 1;')).toThrow('no functions');
  });
});

describe('withoutEntries', () => {
  const TABLE = `import x from 'x';

const TABLE = {
  'one-two': ['A sentence, with: things', REBUILD],
  three: [
    ({ id }) => \`\${id}\`,
    'Next.',
  ],
  four: 'Four',
};
export const other = TABLE;
`;

  it.each([
    [named('one-two', 'three', 'four'), TABLE],
    [
      named('three'),
      TABLE.replace("  'one-two': ['A sentence, with: things', REBUILD],\n", '').replace(
        "  four: 'Four',\n",
        '',
      ),
    ],
    [named(), `import x from 'x';\n\nconst TABLE = {\n};\nexport const other = TABLE;\n`],
  ])('keeps what is named', (mentions, kept) => {
    expect(withoutEntries(TABLE, 'TABLE', mentions)).toBe(kept);
  });

  it('says when the table is not there', () => {
    expect(() => withoutEntries(TABLE, 'WORDS', named())).toThrow('no table WORDS');
  });
});

describe('withoutUnusedRules', () => {
  it.each([
    ['.pb-a{x:y}', '.pb-a{x:y}'],
    ['.pb-b{x:y}', ''],
    ['.pb-a .pb-b{x:y}', ''],
    ['.pb-b, .pb-a{x:y}', '.pb-b, .pb-a{x:y}'],
    ['.pb-a:is(p, .pb-a span){x:y}', '.pb-a:is(p, .pb-a span){x:y}'],
    ['p{x:y}.pb-b:hover{x:y}', 'p{x:y}'],
    ['@media (a){.pb-a{x:y}.pb-b{x:y}}', '@media (a){.pb-a{x:y}}'],
    ['/* Not .pb-b, but */ .pb-a{x:y}', '/* Not .pb-b, but */ .pb-a{x:y}'],
  ])('%s', (css, kept) => {
    expect(withoutUnusedRules(css, named('pb-a'))).toBe(kept);
  });
});
