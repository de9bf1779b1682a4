import { audienceText as text } from '@/lib/text/audience';

/** That some browsers block every tracker, whatever the tag, and by which list. */
export function BlockedAudience() {
  return (
    <p class="pb-muted pb-small pb-audience">
      {text.blocked}{' '}
      <a href={text.sourceUrl} target="_blank" rel="noopener">
        {text.source}
      </a>
    </p>
  );
}
