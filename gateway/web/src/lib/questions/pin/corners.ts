import { gameLimits, type PinPoint } from '$lib/contract';
import { placeAt, stepOf } from './places';

// The corners of a polygon, which are moved, added and removed.

export const canAdd = (corners: readonly PinPoint[]): boolean => corners.length < gameLimits.maxCorners;
export const canRemove = (corners: readonly PinPoint[]): boolean => corners.length > gameLimits.minCorners;

export const moved = (corners: readonly PinPoint[], index: number, to: PinPoint): PinPoint[] =>
  corners.map((corner, at) => (at === index ? placeAt(to.x, to.y) : corner));

/** All of them by as much as it is from one place to another, as far as they stay on the picture. */
export function shifted(corners: readonly PinPoint[], from: PinPoint, to: PinPoint): PinPoint[] {
  const step = (axis: 'x' | 'y') => {
    const all = corners.map((corner) => corner[axis]);
    return Math.min(1 - Math.max(...all), Math.max(-Math.min(...all), to[axis] - from[axis]));
  };
  const [x, y] = [step('x'), step('y')];
  return corners.map((corner) => placeAt(corner.x + x, corner.y + y));
}

/** The middle of the side that follows a corner: where a new corner is put. */
export function middleAfter(corners: readonly PinPoint[], index: number): PinPoint {
  const one = corners[index] ?? { x: 0, y: 0 };
  const other = corners[(index + 1) % corners.length] ?? one;
  return placeAt((one.x + other.x) / 2, (one.y + other.y) / 2);
}

/** With a corner more, in the middle of the side that follows another one. */
export const addedAfter = (corners: readonly PinPoint[], index: number): PinPoint[] => [
  ...corners.slice(0, index + 1),
  middleAfter(corners, index),
  ...corners.slice(index + 1),
];

export const without = (corners: readonly PinPoint[], index: number): PinPoint[] =>
  corners.filter((_, at) => at !== index);

/** What a key does to a corner: the corners after it and which one is meant then; null for any other key. */
export function afterKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  corners: readonly PinPoint[],
  index: number,
): { corners: PinPoint[]; index: number } | null {
  const corner = corners[index];
  const step = stepOf(event);
  if (corner && step) return { corners: moved(corners, index, { x: corner.x + step.x, y: corner.y + step.y }), index };
  if ((event.key === 'Insert' || event.key === '+') && canAdd(corners))
    return { corners: addedAfter(corners, index), index: index + 1 };
  if ((event.key === 'Delete' || event.key === 'Backspace') && canRemove(corners))
    return { corners: without(corners, index), index: Math.min(index, corners.length - 2) };
  return null;
}
