/** Puts a text on the clipboard. Says whether that worked. */
export async function copyText(text: string): Promise<boolean> {
  // Missing on plain http, where a quiz on a local network is often played.
  if (!navigator.clipboard) return copySelected(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** The older way: a text that is selected on the page. Within an open dialog, because nothing beside it can be selected. */
function copySelected(text: string): boolean {
  if (typeof document === 'undefined') return false;
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.className = 'visually-hidden';
  (focused?.closest('dialog') ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
