import type { Accepts } from '../ad-server/ad-server';
import type { TagForm } from './columns';

/**
 * A remark in the Notes column of one row; `lib/text/sheets/sheet.ts` has the sentence of each.
 * - `form-left-out`: the ad server's field does not take this form, so its cell is empty
 * - `url-is-image`: the bare URL answers with an image
 * - `cost-left-out`: a macro is known, but it is not money per impression
 */
export type SheetNote =
  | { readonly code: 'form-left-out'; readonly form: TagForm; readonly accepts: readonly Accepts[] }
  | { readonly code: 'url-is-image' }
  | { readonly code: 'field-unknown' }
  | { readonly code: 'cachebuster-unknown' }
  | { readonly code: 'never-expands' }
  | { readonly code: 'cost-overrides'; readonly unit: string | null }
  | { readonly code: 'cost-left-out'; readonly macro: string; readonly unit: string | null }
  | { readonly code: 'cost-unknown' }
  | { readonly code: 'consent-unknown' }
  | { readonly code: 'url-too-long'; readonly length: number; readonly limit: number }
  | { readonly code: 'check-with-ad-server' }
  | { readonly code: 'tracker-inactive' };
