const fields = 'input:not([type=range]), textarea, select, dialog';
const pressable = 'button, a';

/** Whether a key pressed on the page is meant for a pad: not while a field has the focus, and never in a preview. */
export function isForPad(event: KeyboardEvent, pad: HTMLElement | undefined): boolean {
  const { target, ctrlKey, metaKey, altKey, repeat, defaultPrevented } = event;
  if (ctrlKey || metaKey || altKey || repeat || defaultPrevented) return false;
  const isTyping = target instanceof HTMLElement && target.closest(fields) !== null;
  return !isTyping && pad?.closest('[inert]') === null;
}

/** Whether Enter would press the element that has the focus. */
export const isPressable = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.closest(pressable) !== null;
