import { describe, expect, it } from 'vitest';
import { nameIn } from './exporting';

describe('the name of an exported file', () => {
  it('is the one in Unicode', () => {
    expect(nameIn(`attachment; filename="Caf_s.csv"; filename*=UTF-8''Caf%C3%A9s%201.csv`)).toBe('Cafés 1.csv');
  });

  it('is a plain one where the server gives none', () => {
    expect(nameIn(null)).toBe('quiz');
    expect(nameIn('attachment')).toBe('quiz');
  });
});
