import { type FileHandle, open } from 'node:fs/promises';

import { dropConnection, type SiteBindings } from '../../server/site.ts';
import type { Job } from './job.ts';
import type { ReportOptions } from './options.ts';

const PIECE = 65_536;
const TYPES = {
  excel: 'text/tab-separated-values; charset=utf-8',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * GET `/report-download?id=`: the file itself. Errors are an HTTP status with a message in the
 * header (documented); which status and which header is assumed.
 */
export function downloadAnswer(
  job: Job | null,
  options: ReportOptions,
  bindings: SiteBindings,
): Response {
  if (!job) return failed(404, 'Report not found');
  const ended = job.ended;
  if (ended === null) return failed(404, 'Report is not ready');
  if (job.fails !== null || ended.written instanceof Error) {
    return failed(500, 'The report could not be read');
  }
  const { format } = job.order.fields;
  const headers = { 'Content-Type': format === 'csv' ? options.csvType : TYPES[format] };
  const { cutAt } = options;
  if (cutAt === 0) return dropConnection(bindings);
  const isCut = cutAt !== null && cutAt < ended.written.bytes;
  const atEnd = () => void (isCut && bindings.incoming.socket.destroySoon());
  return new Response(fileStream(job.file, { most: cutAt ?? Infinity, atEnd }), { headers });
}

function failed(status: number, message: string): Response {
  return new Response(null, { status, headers: { 'X-Error-Message': message } });
}

interface Piece {
  /** Nothing is sent of what lies after so many bytes. */
  readonly most: number;
  readonly atEnd: () => void;
}

/** A file as it is asked for, piece by piece; whoever never asks has not opened it. */
function fileStream(file: string, { most, atEnd }: Piece): ReadableStream<Uint8Array> {
  let opened: Promise<FileHandle> | null = null;
  let at = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        opened ??= open(file);
        const handle = await opened;
        const buffer = new Uint8Array(Math.min(PIECE, most - at));
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
        at += bytesRead;
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await handle.close();
        atEnd();
        controller.close();
      },
      async cancel() {
        await (await opened)?.close();
      },
    },
    { highWaterMark: 0 },
  );
}
