import { acceptsType } from '../../tag/write/build-tag';
import { isHtmlInUrlField } from './url-field';
import type { About, TagRule } from '../rule';

/** The tag is of a kind that its ad server takes. */
export const typeNotAccepted: TagRule = {
  kind: 'tag',
  code: 'type-not-accepted',
  severity: 'error',
  look: ({ tag, server, field }) => {
    if (isHtmlInUrlField({ tag, server, field })) return null;
    if (field === 'url' || acceptsType(server, tag.type)) return null;
    const at = { start: tag.start, end: tag.end };
    return { at, values: { server: server?.name ?? '', type: tag.type } };
  },
  seen: ({ server }) => `${server ?? ''} does not take this type of tag.`,
  next: 'Choose another type.',
};

export const about: About = {
  why: 'The ad server refuses the tag, or takes it and never calls it.',
  bad: '<script src="https://ib.adnxs.com/imptr?id=531&t=1"></script>',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
  server: 'linkedin',
};
