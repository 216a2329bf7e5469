import { describe, expect, it } from 'vitest';
import { ApiError } from '$lib/net/http';
import { Attempt } from './attempt.svelte';

describe('an attempt', () => {
  it('is made once at a time', async () => {
    const attempt = new Attempt();
    let resolve: (value: unknown) => void = () => undefined;
    const first = attempt.run(async () => {
      await new Promise((resolved) => (resolve = resolved));
    });
    expect(attempt.busy).toBe(true);
    expect(await attempt.run(async () => undefined)).toBe(false);
    resolve(null);
    expect(await first).toBe(true);
    expect(attempt).toMatchObject({ busy: false, outcome: { code: null }, refusal: null });
  });

  it('says why it was refused', async () => {
    const attempt = new Attempt();
    expect(await attempt.run(() => Promise.reject(new ApiError('nameTaken')))).toBe(false);
    expect(attempt).toMatchObject({ busy: false, refusal: 'nameTaken' });
  });

  it('lets faults through', async () => {
    const attempt = new Attempt();
    await expect(attempt.run(() => Promise.reject(new TypeError('a fault')))).rejects.toThrow('a fault');
    expect(attempt.busy).toBe(false);
  });
});
