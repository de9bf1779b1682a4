export type Fact = readonly [label: string, value: string];

/** What is known, each with its name. */
export function Facts({ facts, mono = false }: { facts: readonly Fact[]; mono?: boolean }) {
  return (
    <dl class={mono ? 'pb-facts mono' : 'pb-facts'}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
