import { describe, expect, it } from 'vitest';
import { SeatRecords } from './records';
import type { KeyValueStore } from './storage';

function memory(): KeyValueStore {
  const kept = new Map<string, string>();
  return {
    read: (key) => kept.get(key) ?? null,
    write: (key, value) => kept.set(key, value).has(key),
    forget: (key) => void kept.delete(key),
  };
}

const ann = { seat: 0, nickname: 'Ann', seatToken: 'ann' };
const ben = { seat: 1, nickname: 'Ben', seatToken: 'ben' };

function browser() {
  const shared = memory();
  return { tab: (kept = memory()) => new SeatRecords('K7P2XQ', kept, shared) };
}

describe('the seats of one browser', () => {
  it('are each of its own tab, after a refresh as well', () => {
    const { tab } = browser();
    const keptByFirst = memory();
    tab(keptByFirst).set(ann);
    const second = tab();
    second.set(ben);
    expect(tab(keptByFirst).get()?.nickname).toBe('Ann');
    expect(second.get()?.nickname).toBe('Ben');
  });

  it('are offered to a new tab: the one that was taken last', () => {
    const { tab } = browser();
    tab().set(ann);
    expect(tab().get()).toMatchObject(ann);
    tab().set(ben);
    expect(tab().ofBrowser).toMatchObject(ben);
  });

  it('are all kept, whichever tab writes when', () => {
    const { tab } = browser();
    const first = tab();
    first.set(ann);
    tab().set(ben);
    first.set({ ...ann, seatToken: 'ann again' });
    expect(tab().get()).toMatchObject({ ...ben, others: { 0: 'ann again' } });
  });

  it('are not lost to a tab that only asks for one', () => {
    const { tab } = browser();
    tab().set(ann);
    const asking = tab();
    asking.set({ joining: { nickname: 'Ben', operationId: 'x' } });
    expect(asking.get()?.joining?.nickname).toBe('Ben');
    expect(tab().ofBrowser).toMatchObject(ann);
  });

  it('are forgotten by the tab whose seat is gone alone', () => {
    const { tab } = browser();
    const first = tab();
    first.set(ann);
    const second = tab();
    second.set(ben);
    first.clear();
    expect(second.get()).toMatchObject(ben);
    second.clear();
    expect(tab().get()).toBeNull();
  });
});
