/** A typed text in the form in which it is sent: without spaces around it, and on one line with single ones. Null where nothing is left. */
export function sentText(text: string, lines = false): string | null {
  const composed = text.normalize('NFC');
  const plain = lines ? composed.replace(/[^\S\n]+$/gm, '').trim() : composed.trim().replace(/\s+/g, ' ');
  return plain === '' ? null : plain;
}

/** The words that are sent: those that are there, each once. */
export function sentWords(words: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return words.flatMap((word) => {
    const text = sentText(word);
    const folded = text?.toLowerCase() ?? '';
    if (text === null || seen.has(folded)) return [];
    seen.add(folded);
    return [text];
  });
}
