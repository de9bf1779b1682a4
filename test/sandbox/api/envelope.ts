import type { ApiFailure } from './failure.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** What a service answers: the envelope's fields in their order, and its payload's name. */
export interface Answer {
  readonly fields: JsonObject;
  /** `dbg_info.output_term`: the payload key, or "not_found" where there is none (recorded). */
  readonly term: string;
  readonly warnings?: readonly string[];
}

/** A successful answer's body. */
export function successBody(answer: Answer): JsonObject {
  const { fields, term, warnings = [] } = answer;
  return { response: { status: 'OK', ...fields, dbg_info: debugInfo(term, warnings) } };
}

/** A failed request's body. It has no `status` key: recorded so, against the documentation. */
export function failureBody(failure: ApiFailure): JsonObject {
  const { fields } = failure;
  return {
    response: {
      error_id: fields.error_id,
      error: fields.error,
      error_description: fields.error_description ?? null,
      service: fields.service ?? null,
      method: fields.method ?? null,
      error_code: fields.error_code ?? null,
      ...fields.more,
      dbg_info: debugInfo('not_found', fields.error_code === 'CAST_ERROR' ? [fields.error] : []),
    },
  };
}

function debugInfo(term: string, warnings: readonly string[]): JsonObject {
  return { instance: 'sandbox', warnings: [...warnings], version: '1.18.0', output_term: term };
}
