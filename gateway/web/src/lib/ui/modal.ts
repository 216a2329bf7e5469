/** Shows a dialog above everything else while it is on the page, and gives the focus back afterwards. */
export function modal(dialog: HTMLDialogElement): () => void {
  const opener = document.activeElement;
  dialog.showModal();
  return () => {
    dialog.close();
    // Closing restores the focus automatically only while the dialog is still on the page.
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
}
