import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whileWatched } from './while-watched';

const page = { visibilityState: 'visible', addEventListener: vi.fn(), removeEventListener: vi.fn() };
const browser = { onLine: true };

beforeEach(() => {
  vi.useFakeTimers();
  [page.visibilityState, browser.onLine] = ['visible', true];
  vi.stubGlobal('document', page);
  vi.stubGlobal('navigator', browser);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const minute = () => vi.advanceTimersByTimeAsync(60_000);

it('asks while the page is looked at and the network is there', async () => {
  const ask = vi.fn(async () => undefined);
  const end = whileWatched(ask);
  await minute();
  expect(ask).toHaveBeenCalledTimes(15);
  page.visibilityState = 'hidden';
  await minute();
  page.visibilityState = 'visible';
  browser.onLine = false;
  await minute();
  expect(ask).toHaveBeenCalledTimes(15);
  browser.onLine = true;
  end();
  await minute();
  expect(ask).toHaveBeenCalledTimes(15);
});

it('waits for an answer before it asks again', async () => {
  let answer: () => void = () => undefined;
  const ask = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
  const end = whileWatched(ask);
  await minute();
  expect(ask).toHaveBeenCalledTimes(1);
  answer();
  await minute();
  expect(ask).toHaveBeenCalledTimes(2);
  end();
});
