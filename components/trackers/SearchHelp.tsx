import { beginningOf, searchText as text } from '@/lib/text/trackers/search';

/** What can be searched, with an example of each; one that is pressed is begun in the search. */
export function SearchHelp({ onAdd }: { onAdd: (part: string) => void }) {
  return (
    <section class="pb-search-over pb-search-help" aria-label={text.help}>
      <p>{text.helpIntro}</p>
      <dl>
        {text.words.map(({ example, means }) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd class="pb-muted">{means}</dd>
          </div>
        ))}
        {text.fields.map(({ example, means }) => (
          <div key={example}>
            <dt>
              <button
                type="button"
                title={text.add(beginningOf(example))}
                onClick={() => onAdd(beginningOf(example))}
              >
                <code>{example}</code>
              </button>
            </dt>
            <dd class="pb-muted">{means}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
