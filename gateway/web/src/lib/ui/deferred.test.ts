import { describe, expect, it } from 'vitest';
import { deferred } from './deferred';

describe('a deferred part', () => {
  it('is fetched at once, and only once', async () => {
    let fetches = 0;
    const get = deferred(() => Promise.resolve(++fetches));
    expect(fetches).toBe(1);
    expect(await get()).toBe(1);
    expect(await get()).toBe(1);
  });

  it('that could not be fetched is tried again when it is asked for', async () => {
    let isDown = true;
    let fetches = 0;
    const get = deferred(() => {
      fetches++;
      return isDown ? Promise.reject(new Error('offline')) : Promise.resolve('part');
    });
    await expect(get()).rejects.toThrow('offline');
    await expect(get()).rejects.toThrow('offline');
    expect(fetches).toBe(2);
    isDown = false;
    expect(await get()).toBe('part');
  });
});
