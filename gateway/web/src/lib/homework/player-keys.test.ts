import { describe, expect, it } from 'vitest';
import { PlayerKeys } from './player-keys';

const drawn = () => {
  let next = 0;
  return () => `key-${next++}`;
};

describe('the players of a homework on a device', () => {
  it('are one to begin with, without a name', () => {
    const keys = new PlayerKeys('a', drawn());
    expect(keys.own).toEqual({ key: 'key-0', name: null });
    expect(keys.others).toEqual([]);
  });

  it('may be several, each with an own key', () => {
    const keys = new PlayerKeys('b', drawn());
    keys.named('Ann');
    keys.another();
    expect(keys.own).toEqual({ key: 'key-1', name: null });
    expect(keys.others).toEqual([{ key: 'key-0', name: 'Ann' }]);
    keys.named('Bob');
    keys.use('key-0');
    expect(keys.own.name).toBe('Ann');
    expect(keys.others.map(({ name }) => name)).toEqual(['Bob']);
  });

  it('do not include one who never began', () => {
    const keys = new PlayerKeys('c', drawn());
    keys.another();
    expect(keys.own.key).toBe('key-1');
    expect(keys.others).toEqual([]);
  });
});
