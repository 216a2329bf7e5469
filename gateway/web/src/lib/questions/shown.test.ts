import { expect, it } from 'vitest';
import { placesInRotated, rotated } from './shown';

it('a rotated list is known by the places of its entries', () => {
  const list = ['a', 'b', 'c'];
  expect(rotated(list)).toEqual(['b', 'c', 'a']);
  expect(placesInRotated(3).map((place) => rotated(list)[place])).toEqual(list);
});
