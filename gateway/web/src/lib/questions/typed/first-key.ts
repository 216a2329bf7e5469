import type { Attachment } from 'svelte/attachments';

/** On a computer a player who begins to type means this field: the first key is already typed into it. */
export const takesFirstKey: Attachment<HTMLInputElement | HTMLTextAreaElement> = (field) => {
  function onkeydown({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent) {
    const isTyping = target instanceof HTMLElement && target.closest('input, textarea, select, button, a, dialog');
    if (key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey && !isTyping && !field.disabled)
      field.focus();
  }
  addEventListener('keydown', onkeydown);
  return () => removeEventListener('keydown', onkeydown);
};
