import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';

import {
  COMMANDS,
  HOSTS,
  OPTIONAL_HOSTS,
  OPTIONAL_PERMISSIONS,
  PERMISSIONS,
  PERMISSIONS_OF,
  type Reason,
  SANDBOX,
  WEB_ACCESSIBLE,
} from './permissions.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const texts = z.array(z.string());
// Strict: what a manifest begins to ask for has to come here first.
const ManifestSchema = z.strictObject({
  manifest_version: z.literal(3),
  name: z.string(),
  short_name: z.string(),
  description: z.string().check(z.maxLength(132)),
  version: z.string(),
  icons: z.record(z.string(), z.string()),
  action: z.unknown(),
  background: z.unknown(),
  devtools_page: z.string(),
  options_ui: z.unknown(),
  permissions: texts,
  host_permissions: texts,
  optional_permissions: texts,
  optional_host_permissions: texts,
  commands: z.record(z.string(), z.object({ suggested_key: z.object({ default: z.string() }) })),
  omnibox: z.strictObject({ keyword: z.literal('imp') }),
  web_accessible_resources: z.optional(z.array(z.unknown())),
  // Chrome's own.
  side_panel: z.optional(z.object({ default_path: z.string() })),
  minimum_chrome_version: z.optional(z.string()),
  storage: z.optional(z.object({ managed_schema: z.string() })),
  sandbox: z.optional(z.strictObject({ pages: texts })),
  content_security_policy: z.optional(z.strictObject({ sandbox: z.string() })),
  // Firefox's own.
  sidebar_action: z.optional(
    z.object({ default_panel: z.string(), open_at_install: z.literal(false) }),
  ),
  browser_specific_settings: z.optional(
    z.object({
      gecko: z.object({
        id: z.string(),
        data_collection_permissions: z.object({ required: texts }),
      }),
    }),
  ),
});

function readManifest(folder: string) {
  const text = readFileSync(path.join(ROOT, '.output', folder, 'manifest.json'), 'utf8');
  return ManifestSchema.parse(JSON.parse(text));
}

const namesOf = (reasons: readonly Reason[]) => reasons.flatMap(({ names }) => names);

describe.each(['chrome-mv3', 'firefox-mv3'])('the manifest of %s', (folder) => {
  const manifest = readManifest(folder);

  it('asks for what there is a reason for, and no more', () => {
    const own = PERMISSIONS_OF[folder] ?? [];
    expect(manifest.permissions).toEqual(namesOf([...PERMISSIONS, ...own]));
    expect(manifest.host_permissions).toEqual(namesOf(HOSTS));
    expect(manifest.optional_permissions).toEqual(namesOf(OPTIONAL_PERMISSIONS));
    expect(manifest.optional_host_permissions).toEqual(namesOf(OPTIONAL_HOSTS));
    expect(manifest.web_accessible_resources ?? []).toEqual(WEB_ACCESSIBLE[folder]);
  });

  it('has a page without an origin where a tag is tried, if any, whose policy lets nothing out', () => {
    const { sandbox, content_security_policy: policy } = manifest;
    expect({ pages: sandbox?.pages, policy: policy?.sandbox.split('; ') }).toEqual(SANDBOX[folder]);
    const hasPage = existsSync(path.join(ROOT, '.output', folder, 'trial.html'));
    expect(hasPage).toBe(folder === 'chrome-mv3');
  });

  it('comes with pages that have all their styles, the builder’s in itself', () => {
    const file = (name: string) => path.join(ROOT, '.output', folder, name);
    const pages = readdirSync(file('')).filter((name) => name.endsWith('.html'));
    const styles = Object.fromEntries(
      pages.map((name) => {
        const links = readFileSync(file(name), 'utf8').match(/rel="stylesheet"[^>]* href="[^"]+/g);
        return [name, (links ?? []).map((link) => link.slice(link.lastIndexOf('"') + 1))];
      }),
    );
    for (const sheet of Object.values(styles).flat())
      expect(existsSync(file(sheet)), sheet).toBe(true);
    expect(styles).toMatchObject({ 'builder.html': [], 'popup.html': [expect.any(String)] });
    expect(readFileSync(file('builder.html'), 'utf8')).toContain('<style>');
  });

  it('has the shortcuts that are written down', () => {
    const keys = Object.entries(manifest.commands).map(([name, command]) => [
      name,
      command.suggested_key.default,
    ]);
    expect(Object.fromEntries(keys)).toEqual(COMMANDS);
  });
});

describe('each browser', () => {
  it('Firefox knows the add-on by a fixed id, and what data leaves', () => {
    expect(readManifest('firefox-mv3').browser_specific_settings?.gecko).toEqual({
      id: '{3132b7d8-1f6c-43df-b937-7064ae2ac861}',
      data_collection_permissions: { required: ['authenticationInfo'] },
    });
    expect(readManifest('chrome-mv3').browser_specific_settings).toBeUndefined();
  });
});

describe('the README', () => {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| (.+?) +\| (.+?) +\|$/gm)].map((row) => row.slice(1, 3));
  const cell = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

  const ofOne = Object.values(PERMISSIONS_OF).flat();
  it.each([...PERMISSIONS, ...ofOne, ...HOSTS])('says why: $names', ({ names, why }) =>
    expect(rows).toContainEqual([cell(names.map((name) => name.replace(/\/\*$/, ''))), why]),
  );
  it.each(OPTIONAL_PERMISSIONS)('says when: $names', ({ names, why }) =>
    expect(rows).toContainEqual([`${cell(names)} (optional)`, why]),
  );
  it.each(OPTIONAL_HOSTS)('says when: $names', ({ why }) =>
    expect(rows).toContainEqual(['any other site (optional)', why]),
  );
  it('says it of nothing else', () => {
    const from = rows.findIndex(([name]) => name === 'permission');
    const asked = OPTIONAL_PERMISSIONS.length + OPTIONAL_HOSTS.length;
    const count = PERMISSIONS.length + ofOne.length + HOSTS.length + asked;
    // The line of dashes is one of them.
    expect(rows[from + 1 + count]?.[0]).toBe('any other site (optional)');
    expect(rows[from + 2 + count]?.[0]).toBe('folder');
  });
});
