import type { SheetOrder } from './sheet-table';

/** The name of a sheet's file, without its ending: advertiser, campaign, day. */
export function sheetFileName({ advertiser, choices, today }: SheetOrder): string {
  const parts = ['tags', advertiser.name, choices.campaign, today, version(choices.version)];
  return parts.map(plain).filter(Boolean).join('_');
}

// File systems forbid some of these, and the rest is a nuisance in a shell or a link.
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+/, '')
    .replace(/(?<![-.])[-.]+$/, '')
    .slice(0, 60);
}

function version(text: string): string {
  return /^\d/.test(text.trim()) ? `v${text.trim()}` : text;
}
