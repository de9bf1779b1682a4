/** How to tell a code editor's parts in a page, by the class names it gives them itself. */
interface CodeEditor {
  /** The whole editor. */
  readonly box: string;
  /** The element in it that has the focus and takes keys and pastes. */
  readonly keys: string;
  /** The lines that are on the screen; the editor's text has more. */
  readonly lines: string;
}

export const CODE_EDITORS: readonly CodeEditor[] = [
  {
    box: '.CodeMirror',
    keys: '.CodeMirror > div > textarea, .CodeMirror-code[contenteditable]',
    lines: 'pre.CodeMirror-line',
  },
  { box: '.cm-editor', keys: '.cm-content', lines: '.cm-line' },
  {
    box: '.monaco-editor',
    keys: '.native-edit-context, textarea.inputarea',
    lines: '.view-line',
  },
  { box: '.ace_editor', keys: 'textarea.ace_text-input', lines: '.ace_line' },
];

/** The code editor whose field this is. */
export function codeEditorOf(field: Element): CodeEditor | null {
  return CODE_EDITORS.find(({ box, keys }) => field.matches(keys) && field.closest(box)) ?? null;
}
