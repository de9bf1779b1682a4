import { describe, expect, it } from 'vitest';

import { serverCodeIn } from '@/lib/core/macro/suspects';

describe('serverCodeIn', () => {
  it.each([
    ['a<?php echo "x" ?>b', ['<?php echo "x" ?>']],
    ['<?=a()?><?=b()?>', ['<?=a()?>', '<?=b()?>']],
    ['<% x %> <%= y > 1 %>', ['<% x %>', '<%= y > 1 %>']],
    ['<? a <? b ?>', ['<? b ?>']],
    ['<? a %>', []],
    ["{{ pick('a') }}", ["{{ pick('a') }}"]],
    ['{{"a"}}', ['{{"a"}}']],
    ['{{a}}', []],
    ['{% if x %}', ['{% if x %}']],
    ['{% if x', []],
  ])('%s', (text, expected) => {
    expect(serverCodeIn(text)).toEqual(expected);
  });

  // What is read again for each beginning takes minutes here.
  it.each(['<?', '<%', '?', '{{', '{%', '(', '{{a|', "{{'"])(
    'reads %s without end once',
    (piece) => {
      for (const begin of ['', '<?', '<%', '{{', '{%', "{{'"]) {
        expect(serverCodeIn(begin + piece.repeat(500_000))).toEqual([]);
      }
    },
  );
});
