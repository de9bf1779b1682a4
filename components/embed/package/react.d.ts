import type { DetailedHTMLProps, HTMLAttributes } from 'react';

import type { ImptrTagBuilder, TagEventMap, TagType, TrackerRef } from './index.js';

/** The element's attributes and events in JSX, as React 19 sets them. */
export interface ImptrTagBuilderProps extends DetailedHTMLProps<
  HTMLAttributes<ImptrTagBuilder>,
  ImptrTagBuilder
> {
  trackerId?: number | null;
  trackerName?: string;
  trackers?: readonly TrackerRef[] | null;
  adServer?: string | null;
  type?: TagType | null;
  loadedBy?: 'image' | 'javascript';
  cachebuster?: string;
  cost?: string | null;
  costPerImpression?: boolean;
  withConsent?: boolean;
  redir?: string;
  comments?: boolean;
  ampersands?: 'raw' | 'escaped';
  label?: string;
  insert?: boolean;
  name?: string;
  required?: boolean;
  disabled?: boolean;
  'ontag-change'?: (event: TagEventMap['tag-change']) => void;
  'ontag-copy'?: (event: TagEventMap['tag-copy']) => void;
  'ontag-insert'?: (event: TagEventMap['tag-insert']) => void;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'imptr-tag-builder': ImptrTagBuilderProps;
    }
  }
}
