import type { ComponentChildren } from 'preact';

import { firstRunText as text } from '@/lib/text/account/first-run';

/** What Piggyback is for, for who has never signed in: three pictures, and how to try it. */
export function FirstRun() {
  return (
    <div class="pb-first-run">
      <div class="pictures" aria-hidden="true">
        <TrackerPicture />
        <TagPicture />
        <ProofPicture />
      </div>
      <p>{text.what}</p>
      <p class="pb-muted">{text.tryIt}</p>
    </div>
  );
}

/** A list of trackers, one of them new. */
function TrackerPicture() {
  return (
    <Picture>
      <path class="words" d="M12 14h40M12 28h32M12 42h36" />
      <rect class="button" x="62" y="20" width="22" height="16" rx="4" />
      <path class="on-button" d="M73 24v8M69 28h8" />
    </Picture>
  );
}

/** A field of an ad server, and the tag that goes into it. */
function TagPicture() {
  return (
    <Picture>
      <path class="words" d="M12 12h28" />
      <rect class="field" x="12" y="20" width="72" height="24" rx="4" />
      <path class="mark" d="M27 27l-5 5 5 5M44 27l5 5-5 5M38 26l-5 12" />
      <path class="words" d="M58 32h16" />
    </Picture>
  );
}

/** A page with the ad, and its request that was seen. */
function ProofPicture() {
  return (
    <Picture>
      <path class="words" d="M12 14h30M12 28h24M12 42h34" />
      <circle class="seen" cx="68" cy="28" r="14" />
      <path class="on-seen" d="M61 28l5 5 9-10" />
    </Picture>
  );
}

function Picture({ children }: { children: ComponentChildren }) {
  return (
    <svg viewBox="0 0 96 56">
      <rect class="paper" x="1" y="1" width="94" height="54" rx="6" />
      {children}
    </svg>
  );
}
