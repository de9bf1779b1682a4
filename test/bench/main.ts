// What a person waits for, each as a ratio to a baseline of the same run. Not a test: it depends on
// what else the machine does. Exits with 1 where a stated limit is passed.
import { startSandbox } from '../sandbox/index.ts';
import { benchGrowth } from './growth.ts';
import { benchManyFields } from './many-fields.ts';
import { benchNastyTexts } from './nasty-texts.ts';
import { benchPageLoad } from './page-load.ts';
import { benchPopup } from './popup.ts';
import { isOver, printRows, type Row } from './row.ts';
import { benchTags } from './tags.ts';

const sandbox = await startSandbox();
const PARTS: readonly (readonly [string, () => readonly Row[] | Promise<readonly Row[]>])[] = [
  ['The popup', () => benchPopup(sandbox)],
  ['A console’s page', () => benchPageLoad(sandbox)],
  ['Many fields', () => benchManyFields(sandbox)],
  ['Tags', benchTags],
  ['Texts made to be slow', benchNastyTexts],
  ['Growth', benchGrowth],
];

const wanted = process.argv.slice(2).join(' ').toLowerCase();
const rows: Row[] = [];
for (const [name, bench] of PARTS) {
  if (!name.toLowerCase().includes(wanted)) continue;
  console.log(`${name} …`);
  rows.push(...(await bench()));
}
await sandbox.close();
console.log('');
printRows(rows);
process.exitCode = rows.some(isOver) ? 1 : 0;
