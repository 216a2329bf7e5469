import { tick } from 'svelte';

/**
 * Keeps the caret where it is when the text of the field that has the focus is about to be replaced by another one than was typed. To be run
 * before the page changes.
 */
export function keepCaret(field: HTMLInputElement | HTMLTextAreaElement | undefined, value: string): void {
  if (!field || field.ownerDocument.activeElement !== field || field.value === value) return;
  const { selectionStart, selectionEnd } = field;
  void tick().then(() => field.setSelectionRange(selectionStart, selectionEnd));
}
