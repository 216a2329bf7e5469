/**
 * Suppresses the browser's own validation message, since Arena shows its message beside the field. The first
 * such field of a form gets the focus, as it would have.
 */
export function ownWords(event: Event & { currentTarget: HTMLInputElement }): void {
  event.preventDefault();
  const field = event.currentTarget;
  if (field.form?.querySelector('input:invalid') === field) field.focus();
}
