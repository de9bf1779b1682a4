import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { MAX_HAR_BYTES } from '@/lib/core/base/limits';
import { HarFileError, type HarProblem } from '@/lib/core/recording/har-problem';
import { parseHar } from '@/lib/files/read-har';

const HAR = { log: { entries: [], comment: 'Ä “fine” day' } };
const TEXT = JSON.stringify(HAR);
const bytesOf = (content: string | Uint8Array) => new Uint8Array(Buffer.from(content));
const LONG = JSON.stringify({
  log: { entries: Array.from({ length: 9000 }, (_, at) => Math.sin(at)) },
});

describe('the JSON of a HAR file', () => {
  it.each<[string, string | Uint8Array]>([
    ['as it is', TEXT],
    ['with a mark of its encoding', `\uFEFF${TEXT}`],
    ['between blank lines', `\n\n${TEXT}\r\n`],
    ['as UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['packed', gzipSync(TEXT)],
    ['packed with a mark', gzipSync(`\uFEFF${TEXT}`)],
  ])('%s', (_, content) => {
    expect(parseHar(bytesOf(content))).toEqual(HAR);
  });

  it('packed, in many pieces', () => {
    expect(parseHar(bytesOf(gzipSync(LONG)))).toEqual(JSON.parse(LONG));
  });

  it.each<[string, HarProblem, string | Uint8Array]>([
    ['nothing', 'not-json', ''],
    ['another text', 'not-json', 'a,b,c'],
    ['another file', 'not-json', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 0, 0, 0])],
    ['a ZIP', 'zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
    ['a proof', 'web-page', '<!doctype html>\n<html lang="en">'],
    ['XML with a mark of its encoding', 'web-page', '\uFEFF<?xml version="1.0"?>'],
    ['JSON with a mistake', 'not-json', '{"log": nothing}'],
    ['cut off', 'cut-off', TEXT.slice(0, -9)],
    ...[20_000, 20_001, 24_576, 30_000, 33_333].map((length): [string, HarProblem, Uint8Array] => [
      `packed and cut off after ${length}`,
      'cut-off',
      gzipSync(LONG).subarray(0, length),
    ]),
    ['packed and nothing else', 'damaged', gzipSync(TEXT).subarray(0, 2)],
    [
      'packed and damaged',
      'damaged',
      gzipSync(TEXT).map((byte, at) => (at > 12 ? 255 - byte : byte)),
    ],
    ['packed and another file', 'not-json', gzipSync('a,b,c')],
    ['packed, and far too large', 'too-large', gzipSync(Buffer.alloc(MAX_HAR_BYTES + 1, '['))],
  ])('is refused: %s', (_, problem, content) => {
    expect(() => parseHar(bytesOf(content))).toThrow(new HarFileError(problem));
  });

  it('is refused where it is too large', () => {
    expect(() => parseHar(new Uint8Array(MAX_HAR_BYTES + 1))).toThrow(
      new HarFileError('too-large'),
    );
  });

  it('nested however deep it fails no stack', () => {
    const deep = `{"log":{"entries":[${'['.repeat(1e6)}${']'.repeat(1e6)}]}}`;
    expect(parseHar(bytesOf(deep))).toHaveProperty('log.entries.length', 1);
  });
});
