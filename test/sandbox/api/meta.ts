import type { Answer } from './envelope.ts';
import type { Service } from './service.ts';

/** `GET /SERVICE/meta`: which fields filter and sort. Shape as in the vendor's own client's tests. */
export function readMeta(service: Service): Answer {
  const fields = service.fields.map((field) => ({
    name: field.name,
    type: field.type,
    sort_by: field.filter,
    filter_by: field.filter,
  }));
  return { fields: { fields }, term: 'fields' };
}
