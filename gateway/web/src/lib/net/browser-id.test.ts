import { beforeEach, expect, test, vi } from 'vitest';
import { browserId } from './browser-id';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

test('a browser names itself the same each time', () => {
  expect(browserId()).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(browserId()).toBe(browserId());
});

test('a kept value that is no name is replaced', () => {
  localStorage.setItem('arena.browser', '"not one"');
  expect(browserId()).toMatch(/^[\da-f-]{36}$/);
});

test('a browser that keeps nothing sends no name', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(browserId()).toBeNull();
});
