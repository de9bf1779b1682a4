import type { HTMLAttributes, ReservedProps } from 'vue';

import type { TagEventMap, TagType, TrackerRef } from './index.js';

/** The element's attributes and events in Vue templates and JSX. */
export interface ImptrTagBuilderProps extends ReservedProps, /* @vue-ignore */ HTMLAttributes {
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
  'onTag-change'?: (event: TagEventMap['tag-change']) => void;
  'onTag-copy'?: (event: TagEventMap['tag-copy']) => void;
  'onTag-insert'?: (event: TagEventMap['tag-insert']) => void;
}

declare module 'vue' {
  interface GlobalComponents {
    'imptr-tag-builder': new () => { $props: ImptrTagBuilderProps };
  }
}
