/**
 * Keeps the browser from telling in its own language what is wrong with a field, which Arena tells in its own words beside it. The first
 * such field of a form gets the focus, as it would have.
 */
export function ownWords(event: Event & { currentTarget: HTMLInputElement }): void {
  event.preventDefault();
  const field = event.currentTarget;
  if (field.form?.querySelector('input:invalid') === field) field.focus();
}
