import { ArrowLeft } from 'lucide';
import type { ComponentChildren } from 'preact';

import { Icon } from '@/components/ui/Icon';

interface BulkFrameProps {
  back: { readonly href: string; readonly label: string };
  title: string;
  /** Whose it is, and the like; empty where there is nothing to say. */
  about?: string | null;
  /** A way to somewhere else, at the end of the heading. */
  way?: { readonly href: string; readonly label: string };
  children: ComponentChildren;
}

/** A place of many trackers: the way back, what it is, and below that the place itself. */
export function BulkFrame({ back, title, about, way, children }: BulkFrameProps) {
  return (
    <div class="pb-bulk">
      <header class="pb-row">
        <a class="pb-button quiet" href={back.href}>
          <Icon of={ArrowLeft} />
          {back.label}
        </a>
        <h1 class="pb-clip" tabIndex={-1} data-focus>
          {title}
        </h1>
        <span class="pb-grow pb-clip pb-muted">{about}</span>
        {way && (
          <a class="pb-button" href={way.href}>
            {way.label}
          </a>
        )}
      </header>
      {children}
    </div>
  );
}

/** That what belongs here is being read. */
export function BulkWait({ text }: { text: string }) {
  return (
    <p class="pb-bulk-wait" role="status">
      {text}
    </p>
  );
}
