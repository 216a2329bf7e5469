import { describe, expect, it } from 'vitest';
import { loaded } from './loaded';

describe('the views of a type of question', () => {
  it('are there at once where they belong to the first load, and otherwise once they are loaded', async () => {
    const find = loaded<'a' | 'b', string>({ a: 'first' }, () => Promise.resolve({ b: 'second' }));
    expect(find('a')).toBe('first');
    const waited = find('b');
    expect(waited).toBeInstanceOf(Promise);
    expect(await waited).toBe('second');
    expect(find('b')).toBe('second');
  });

  it('are fetched again after a failure', async () => {
    let tries = 0;
    const find = loaded<'a' | 'b', string>({ a: 'first' }, () =>
      ++tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({ b: 'second' }),
    );
    await expect(Promise.resolve(find('b'))).rejects.toThrow('offline');
    expect(find('a')).toBe('first');
    expect(await find('b')).toBe('second');
  });
});
