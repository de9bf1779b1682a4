import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { ATTRIBUTES } from '@/components/embed/attributes';
import { ImptrTagBuilder } from '@/components/embed/imptr-tag-builder';
import { PARTS } from '@/components/embed/parts';

const DOCS = readFileSync('docs/embed.md', 'utf8');
const TOKENS = readFileSync('components/ui/tokens.css', 'utf8');
const TYPES = readFileSync('components/embed/package/index.d.ts', 'utf8');

/** The names in a column of the table whose first column has this title. */
function column(title: string, index: number): readonly string[] {
  const lines = DOCS.split('\n');
  const head = lines.findIndex((line) => line.split('|')[1]?.trim() === title);
  const end = lines.findIndex((line, at) => at > head && !line.startsWith('|'));
  return lines
    .slice(head + 2, end)
    .flatMap((line) => [...(line.split('|')[index] ?? '').matchAll(/`([^`]+)`/g)])
    .map((match) => match[1] ?? '');
}

function propertiesOf(prototype: object): readonly string[] {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, found]) =>
    found.get ? [name] : [],
  );
}

describe('docs/embed.md tells of', () => {
  it('every attribute and no other', () => {
    expect(column('attribute', 1).toSorted()).toEqual(ATTRIBUTES.toSorted());
  });

  it('every property and no other', () => {
    const told = [...column('attribute', 2), ...column('property', 1)];
    const properties = [
      ...propertiesOf(ImptrTagBuilder.prototype),
      ...propertiesOf(Object.getPrototypeOf(ImptrTagBuilder.prototype)),
    ];
    expect(told.toSorted()).toEqual(properties.toSorted());
  });

  it('every event and no other', () => {
    const events = [...TYPES.matchAll(/'(tag-\w+)': CustomEvent/g)].map((match) => match[1]);
    expect(events).toHaveLength(3);
    expect(column('event', 1).toSorted()).toEqual(events.toSorted());
  });

  it('every part and no other', () => {
    expect(column('part', 1).toSorted()).toEqual(Object.values(PARTS).toSorted());
  });

  it('every custom property and no other', () => {
    const tokens = [...TOKENS.matchAll(/^ {2}--([\w-]+):/gm)].map((match) => `--imptr-${match[1]}`);
    expect(column('custom property', 1).toSorted()).toEqual(tokens.toSorted());
  });

  it.each(['pages/plain.html', 'pages/plain.js', 'react/main.jsx', 'vue/main.js'])(
    'the example %s, word for word',
    (file) => {
      const code = readFileSync(`test/fixtures/embed/${file}`, 'utf8');
      expect(DOCS).toContain(`\n${code}\`\`\`\n`);
    },
  );
});

describe('the playground has', () => {
  const script = readFileSync('test/fixtures/embed/pages/playground.js', 'utf8');
  it.each(ATTRIBUTES)('a control for %s', (name) => {
    expect(script).toMatch(new RegExp(`^ {2}'?${name}'?: \\{`, 'm'));
  });
});
