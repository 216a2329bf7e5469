import type { AnswerValue, KeyView, MediumView, PinArea, PinPoint, PointCount, Tally } from '$lib/contract';

// Places on a picture, in shares of its width and height. Drawings have units of a thousandth of the width.

export const unitsAcross = 1_000;

/** The height of a picture as a share of its width, as the server reckons. */
export const heightOfWidth = ({ width, height }: Pick<MediumView, 'width' | 'height'>): number =>
  width && height ? height / width : 1;

const share = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1e4) / 1e4;

/** The nearest place on the picture. */
export const placeAt = (x: number, y: number): PinPoint => ({ x: share(x), y: share(y) });

/** How far a key moves a place, or null for another key. */
export function stepOf({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): PinPoint | null {
  const step = shiftKey ? 0.1 : 0.02;
  switch (key) {
    case 'ArrowLeft':
      return { x: -step, y: 0 };
    case 'ArrowRight':
      return { x: step, y: 0 };
    case 'ArrowUp':
      return { x: 0, y: -step };
    case 'ArrowDown':
      return { x: 0, y: step };
    default:
      return null;
  }
}

export const pointOf = (answer: AnswerValue | null): PinPoint | null =>
  answer?.kind === 'point' ? { x: answer.x, y: answer.y } : null;

export const areasOf = (key: KeyView | null | undefined): readonly PinArea[] =>
  key?.kind === 'areas' ? key.areas : [];

export const pointsOf = (tally: Tally | null | undefined): readonly PointCount[] =>
  tally?.kind === 'points' ? tally.points : [];

/** The middle of an area: a right answer of it, unless it is a polygon with a hollow there. */
export function middleOf(area: PinArea): PinPoint {
  if (area.shape === 'circle') return { x: area.x, y: area.y };
  const sum = area.corners.reduce((all, corner) => ({ x: all.x + corner.x, y: all.y + corner.y }), { x: 0, y: 0 });
  const count = Math.max(1, area.corners.length);
  return placeAt(sum.x / count, sum.y / count);
}

/** The corners of a polygon as SVG writes them. */
export const cornersText = (corners: readonly PinPoint[], height: number): string =>
  corners.map(({ x, y }) => `${x * unitsAcross},${y * unitsAcross * height}`).join(' ');

/** The radius of the spot for so many answers: its area grows with them. */
export const spotRadius = (count: number, most: number): number => 12 + 30 * Math.sqrt(count / Math.max(1, most));
