/** A typed text in the form in which it is sent: on one line, with single spaces. Null where nothing is left. */
export function sentText(text: string): string | null {
  const plain = text.normalize('NFC').trim().replace(/\s+/g, ' ');
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
