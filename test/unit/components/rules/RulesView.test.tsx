// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { FindingList } from '@/components/tags/FindingList';
import { RulesPage } from '@/components/rules/RuleLink';
import { RulesView } from '@/components/rules/RulesView';
import { ENTRIES } from '@/lib/core/rules/entry';

afterEach(cleanup);

describe('RulesView', () => {
  it('lists every rule as a link to its entry', () => {
    render(<RulesView code={null} />);
    const list = screen.getByRole('navigation', { name: 'All rules' });
    const links = within(list).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href')).toSorted()).toEqual(
      ENTRIES.map(({ code }) => `#/rules/${code}`).toSorted(),
    );
    expect(screen.getByText('Choose a rule to read what it looks at.')).toBeTruthy();
  });

  it('tells what a rule looks at, why, and an example of wrong and right', () => {
    render(<RulesView code="macro-wrong-case" />);
    const entry = screen.getByRole('article', { name: 'macro-wrong-case' });
    expect(within(entry).getByText('In a tag: error')).toBeTruthy();
    expect(within(entry).getByText(/‹macro› is written in the wrong case/)).toBeTruthy();
    expect(within(entry).getByText(/cachebuster=%%Cachebuster%%/)).toBeTruthy();
    expect(within(entry).getByText(/cachebuster=%%CACHEBUSTER%%/)).toBeTruthy();
    expect(within(entry).getByText('In a tag for Google Ad Manager.')).toBeTruthy();
    // An address in an example is no link: a call would be billed.
    expect(within(entry).queryByRole('link')).toBeNull();
    const chosen = screen.getByRole('link', { current: 'page' });
    expect(chosen.textContent).toBe('macro-wrong-case');
  });

  it('puts the focus on the rule that was gone to', () => {
    const { rerender } = render(<RulesView code="not-https" />);
    rerender(<RulesView code="fired-again" />);
    expect(document.activeElement?.textContent).toBe('fired-again');
  });

  it('says that there is no such rule', () => {
    render(<RulesView code="of-tomorrow" />);
    expect(screen.getByText('There is no rule “of-tomorrow”.')).toBeTruthy();
  });
});

describe('a finding on the screen', () => {
  const remarks = [
    { code: 'not-https', severity: 'error', sentence: 'It is so.', next: 'Do this.' },
  ] as const;

  it('leads to its rule, in a new tab', () => {
    render(
      <RulesPage.Provider value="workspace.html">
        <FindingList remarks={remarks} />
      </RulesPage.Provider>,
    );
    const link = screen.getByRole('link', { name: 'Why? About not-https, in a new tab' });
    expect(link.getAttribute('href')).toBe('workspace.html#/rules/not-https');
    expect(link.getAttribute('target')).toBe('_blank');
  });

  it('has no link where there is no page of rules, as in the embedded element', () => {
    render(<FindingList remarks={remarks} />);
    expect(screen.queryByRole('link')).toBeNull();
  });
});
