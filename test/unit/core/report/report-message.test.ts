import { describe, expect, it } from 'vitest';

import {
  messageOfFailure,
  type ReportMessage,
  takeReportMessage,
} from '@/lib/core/report/third-party/message';
import { NoReportError } from '@/lib/core/report/third-party/sheet-reader';
import { SheetFileError } from '@/lib/core/table/file-problem';

import { csv, readFile, sheetsOf } from './build';

const take = (message: unknown) => takeReportMessage(() => {})(message);
const sent = (message: ReportMessage) => take(structuredClone(message));
const thrown = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe('what a reader says from another thread', () => {
  it.each([
    ['a report', csv('Date,Placement,Impressions', '2026-11-01,A,7', 'Total,,7')],
    ['a question', csv('Date,Placement,Impressions', '02/03/2026,A,7')],
    ['a refusal', csv('Date,Placement,Impressions', 'Total,,7')],
  ])('arrives as it was said: %s', (_, file) => {
    const reading = readFile(file);
    expect(sent(reading)).toEqual(reading);
  });

  it('arrives as how far it is', () => {
    const seen: unknown[] = [];
    const got = takeReportMessage((progress) => seen.push(progress))({
      kind: 'progress',
      done: 1,
      total: 2,
    });
    expect([got, seen]).toEqual([null, [{ done: 1, total: 2 }]]);
  });

  it('fails here as it failed there', () => {
    const noColumns = thrown(() => sheetsOf(csv('Wann,Wo', '2026-11-01,A')));
    const again = thrown(() => sent(messageOfFailure(noColumns)));
    expect(again).toBeInstanceOf(NoReportError);
    expect(again instanceof NoReportError && again.offer?.titles.map(({ title }) => title)).toEqual(
      ['Wann', 'Wo'],
    );
    expect(thrown(() => sent(messageOfFailure(new SheetFileError('damaged'))))).toEqual(
      new SheetFileError('damaged'),
    );
    expect(thrown(() => sent(messageOfFailure(new Error('odd'))))).toEqual(new Error('Error: odd'));
  });

  it.each([
    ['nothing', undefined],
    ['another kind', { kind: 'all' }],
    ['a report of another form', { kind: 'read', report: { placements: 'many' } }],
    ['progress beyond any file', { kind: 'progress', done: -1, total: 1e12 }],
  ])('is refused: %s', (_, message) => expect(() => take(message)).toThrow());
});
