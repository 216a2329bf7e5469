import { beforeEach, describe, expect, it, vi } from 'vitest';
import { textPart, useLanguage } from './index.svelte';

describe('texts that are loaded later', () => {
  beforeEach(() => vi.stubGlobal('document', { documentElement: {} }));

  it('are in the language in use, and follow it', async () => {
    await useLanguage('en');
    const part = textPart({ './part.en.ts': async () => () => 'hello', './part.fr.ts': async () => () => 'bonjour' });
    expect(() => part.texts()).toThrow();
    await part.load();
    expect(part.texts()).toBe('hello');
    await useLanguage('fr');
    expect(part.texts()).toBe('bonjour');
  });

  it('end up in the language that was chosen while they were on their way', async () => {
    await useLanguage('en');
    let arrive: (texts: () => string) => void = () => undefined;
    const late = new Promise<() => string>((resolve) => (arrive = resolve));
    const part = textPart({ './part.en.ts': () => late, './part.fr.ts': async () => () => 'bonjour' });
    const loading = part.load();
    const choosing = useLanguage('fr');
    arrive(() => 'hello');
    await Promise.all([loading, choosing]);
    expect(part.texts()).toBe('bonjour');
  });
});
