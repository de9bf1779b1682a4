import { expect, it } from 'vitest';

import { MAX_OTHER_HOSTS } from '@/lib/core/base/limits';
import { otherHosts } from '@/lib/core/rehearsal/other-hosts';

const OWN = ['shop.example.com', 'site.test'];

it.each<[string, readonly string[], readonly string[]]>([
  ['other pages, each once', ['b.test', 'a.test', 'b.test'], ['a.test', 'b.test']],
  ['not the page itself', ['site.test', 'a.test'], ['a.test']],
  ['none above it: a rule for it holds of the page, too', ['example.com', 'a.test'], ['a.test']],
  ['none below it', ['www.site.test'], []],
  ['another of the same company', ['blog.example.com'], ['blog.example.com']],
  ['one that only ends alike', ['mysite.test'], ['mysite.test']],
  ['nothing that no rule takes', ['[::1]', 'MÜNCHEN.test', '', 'a b'], []],
  ['addresses in numbers', ['127.0.0.1'], ['127.0.0.1']],
])('%s', (_, open, expected) => expect(otherHosts(open, OWN)).toEqual(expected));

it('has a bound', () => {
  const many = Array.from({ length: 2000 }, (_, index) => `${index}.test`);
  expect(otherHosts(many, OWN)).toHaveLength(MAX_OTHER_HOSTS);
});
