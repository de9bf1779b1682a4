import type { TagContext } from '../rule';
import { isInAttribute } from './in-text';

/** Whether HTML, VAST or JSON stands where the field, or all that the ad server has, takes URLs alone. */
export function isHtmlInUrlField({
  tag,
  server,
  field,
}: Pick<TagContext, 'tag' | 'server' | 'field'>): boolean {
  const accepts = server?.accepts ?? [];
  const takesOnlyUrls =
    field === 'url' || (accepts.length > 0 && accepts.every((it) => it === 'url'));
  // Macros of an ad server that takes URLs may well go into a VAST document of somebody's.
  const isDocument = tag.carrier === 'vast' || tag.carrier === 'native';
  return takesOnlyUrls && (isInAttribute(tag) || (field === 'url' && isDocument));
}
