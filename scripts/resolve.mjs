// Lets Node run the product's own modules as they stand: `@/…` and imports without an extension.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

registerHooks({
  resolve(specifier, context, next) {
    const isOurs = /^(?:@\/|\.)/.test(specifier) && !context.parentURL?.includes('/node_modules/');
    if (!isOurs || /\.\w+$/.test(specifier)) return next(specifier, context);
    const from = specifier.startsWith('@/')
      ? path.join(ROOT, specifier.slice(2))
      : fileURLToPath(new URL(specifier, context.parentURL));
    const file = [`${from}.ts`, path.join(from, 'index.ts')].find((name) => existsSync(name));
    return next(file ? pathToFileURL(file).href : specifier, context);
  },
});
