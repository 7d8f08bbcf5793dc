/**
 * Puts a text on the clipboard. Pages without TLS have no clipboard of their own and go the old way.
 * @throws where the browser does not allow it
 */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const fillIn = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', fillIn, { capture: true, once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', fillIn, { capture: true });
  if (!copied) throw new Error('The browser did not allow copying.');
}
