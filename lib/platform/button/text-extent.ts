import type { Editable } from '../field/field';

/**
 * Whether the lower far corner of a field is surely without text, judged by how much text there is:
 * a width of 0.62 em a character is more than most. Only plain fields are judged; in an editor the
 * corner counts as taken.
 */
export function isCornerFree(
  editable: Editable,
  shell: Element,
  style: CSSStyleDeclaration,
): boolean {
  if (editable !== shell) return false;
  const size = Number.parseFloat(style.fontSize) || 16;
  const perLine = Math.max(Math.floor((shell.clientWidth - 2 * size) / (size * 0.62)), 1);
  if (editable instanceof HTMLInputElement) {
    return (
      (editable.value || editable.placeholder).length < perLine - Math.ceil(26 / (size * 0.62))
    );
  }
  if (!(editable instanceof HTMLTextAreaElement)) return false;
  const text = editable.value || editable.placeholder;
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(Math.ceil(line.length / perLine), 1), 0);
  return (lines + 1) * size * 1.5 < shell.clientHeight - 26;
}
