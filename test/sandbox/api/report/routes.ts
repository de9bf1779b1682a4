import type { Context, Hono } from 'hono';

import type { ApiEnv } from '../context.ts';
import { type Answer, successBody } from '../envelope.ts';
import { syntaxError } from '../failure.ts';
import type { Session } from '../sessions.ts';
import { freshnessAnswer, metaAnswer, orderedAnswer, statusAnswer } from './answers.ts';
import type { ReportDesk } from './desk.ts';
import { downloadAnswer } from './download.ts';

/** The report services: `/report`, `/report-download` and `/report-status`. */
export function addReports(
  app: Hono<ApiEnv>,
  desk: ReportDesk,
  sessionOf: (c: Context<ApiEnv>) => Session,
): void {
  const paramsOf = (c: Context<ApiEnv>) => new URL(c.req.url).searchParams;
  const success = (c: Context<ApiEnv>, answer: Answer) => c.json(successBody(answer));

  app.post('/report', async (c) => {
    const { job, isNew } = desk.order(sessionOf(c), await c.req.text(), paramsOf(c));
    return success(c, orderedAnswer(job, isNew));
  });
  app.get('/report', async (c) => {
    const params = paramsOf(c);
    const meta = params.get('meta');
    if (meta !== null) return success(c, metaAnswer(meta));
    const at = { service: 'report', method: 'GET' };
    const id = params.get('id');
    if (id === null) throw syntaxError('id or meta is required', at);
    const job = await desk.poll(sessionOf(c), id);
    if (!job) throw syntaxError(`report id not found: ${id}`, at);
    return success(c, statusAnswer(job, desk.settings.get()));
  });
  app.get('/report-download', (c) => {
    const job = desk.find(sessionOf(c), paramsOf(c).get('id') ?? '');
    return downloadAnswer(job, desk.settings.get(), c.env);
  });
  app.get('/report-status', (c) =>
    success(c, freshnessAnswer(paramsOf(c).get('report_type'), desk.lastClosedHour())),
  );
}
