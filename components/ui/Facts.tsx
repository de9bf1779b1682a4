export type Fact = readonly [label: string, value: string];

/** What is known, each with its name. */
export function Facts({
  facts,
  class: own = 'pb-facts',
}: {
  facts: readonly Fact[];
  class?: string;
}) {
  return (
    <dl class={own}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
