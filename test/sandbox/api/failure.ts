/** The documented `error_id`s (API semantics) that the sandbox uses. */
export type ErrorId = 'LIMIT' | 'NOAUTH' | 'NOAUTH_DISABLED' | 'SYNTAX' | 'SYSTEM' | 'UNAUTH';

/** The error body's fields; what is left out is null on the wire. */
export interface FailureFields {
  readonly error_id: ErrorId;
  readonly error: string;
  readonly error_code?: string;
  readonly error_description?: string;
  readonly service?: string;
  readonly method?: string;
  /** Further keys of the envelope: a missing object comes with `count` and paging. */
  readonly more?: Readonly<Record<string, number>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** 200 unless told: the API reports nearly all its errors so. */
  readonly status?: 200 | 401 | 429 | 503;
}

/** Thrown wherever a request cannot be served; turned into an answer in one place. */
export class ApiFailure extends Error {
  readonly fields: FailureFields;

  constructor(fields: FailureFields) {
    super(fields.error);
    this.fields = fields;
  }
}

/** An input of the wrong type. Wording seen in a client's recorded answers. */
export function castError(field: string, type: string, at: Where): ApiFailure {
  const error = `Invalid input for field ${field} which expects type ${type}`;
  return new ApiFailure({ error_id: 'SYNTAX', error, error_code: 'CAST_ERROR', ...at });
}

/** A request that makes no sense. The wording of each is assumed unless its caller says more. */
export function syntaxError(error: string, at: Where): ApiFailure {
  return new ApiFailure({ error_id: 'SYNTAX', error, ...at });
}

/** The service and method that a failure is reported for. */
export interface Where {
  readonly service: string;
  readonly method: string;
}

/**
 * An object that is not there. Recorded for line-item and others: HTTP 200, service and method
 * null, yet with count and paging.
 */
export function resourceGone(): ApiFailure {
  return new ApiFailure({
    error_id: 'SYNTAX',
    error: 'resource not found',
    more: { count: 0, start_element: 0, num_elements: 100 },
  });
}

/** The recorded way of `publisher` to say so; advertiser and line item by analogy. */
export function notFound(object: string, id: number, at: Where): ApiFailure {
  return new ApiFailure({
    error_id: 'SYNTAX',
    error: `${object} id not found: ${id}`,
    error_code: `NOTFOUND_${object.toUpperCase().replaceAll(' ', '_')}`,
    ...at,
  });
}

/** No token, or one that is no longer good. */
export function notLoggedIn(): ApiFailure {
  return new ApiFailure({ error_id: 'NOAUTH', error: 'Authentication failed - not logged in' });
}

/** Not allowed. The wording is assumed. */
export function notPermitted(error: string, at: Where): ApiFailure {
  return new ApiFailure({ error_id: 'UNAUTH', error, ...at });
}

/** Too much in too short a time; body as documented until 2024, headers as documented since. */
export function rateExceeded(fields: Pick<FailureFields, 'status' | 'headers'>): ApiFailure {
  return new ApiFailure({
    error_id: 'SYSTEM',
    error: 'Too many requests. Please wait and try again.',
    error_code: 'RATE_EXCEEDED',
    error_description: 'rate limit has been exceeded',
    ...fields,
  });
}
