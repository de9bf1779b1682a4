// Writes what is made from the rules: the list of what stands about each, and docs/rules.md.
//   npm run rules
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'lib/core/rules');

writeFileSync(path.join(FOLDER, 'entries.ts'), entriesText());
const { rulesPage } = await import('./rules-text.ts');
writeFileSync(path.join(ROOT, 'docs/rules.md'), rulesPage());

/** One line for each file that tells about its rule. */
function entriesText(): string {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.includes('/'))
    .filter((file) => readFileSync(path.join(FOLDER, file), 'utf8').includes('export const about:'))
    .map((file) => file.replace(/\.ts$/, ''))
    .toSorted();
  const nameOf = (file: string) =>
    path.posix.basename(file).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [
    '// Made by `npm run rules` from the files of the rules.',
    ...files.map((file) => `import { about as ${nameOf(file)} } from './${file}';`),
    "import type { About } from './rule';",
    '',
    '/** What the page about a rule adds to it, by code. */',
    'export const ABOUT: Readonly<Partial<Record<string, About>>> = {',
    ...files.map((file) => {
      const code = path.posix.basename(file);
      return code === nameOf(file) ? `  ${code},` : `  '${code}': ${nameOf(file)},`;
    }),
    '};',
    '',
  ].join('\n');
}
