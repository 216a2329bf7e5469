import type { Reaction } from '$lib/contract';

/** A reaction that is drawn: the other one only makes a face hop. */
export type Sign = Exclude<Reaction, 'hop'>;

/** One stroke or area of a sign, on a field of 24 by 24. */
export interface Part {
  path: string;
  fill?: string;
  stroke?: string;
  width?: number;
}

// Drawn here, so that they look the same on every machine: not every one has a font with pictures, and none has the same.
const ink = '#17181d';
const yellow = '#ffd23f';
const orange = '#e8730c';
const red = '#e0355f';
const blue = '#2a86d8';
const grey = '#8a8f9c';
const white = '#ffffff';

const line = (path: string, width = 1.8): Part => ({ path, stroke: ink, width });
const area = (path: string, fill: string): Part => ({ path, fill, stroke: ink, width: 1.4 });
const face = area('M2.5 12a9.5 9.5 0 1 0 19 0 9.5 9.5 0 1 0-19 0Z', yellow);

const hand =
  'M9.6 20.2 4.9 15.4a1.25 1.25 0 0 1 1.8-1.8l2 2-4.9-4.9a1.25 1.25 0 0 1 1.8-1.8l4.6 4.6-5-5a1.25 1.25 0 0 1 1.8-1.8l5 5-3.8-3.8a1.25 1.25 0 0 1 1.8-1.8l5.6 5.6-.5-2.9a1.3 1.3 0 0 1 2.5-.7l1.4 4.5a5 5 0 0 1-1.3 5l-.9.9a4.9 4.9 0 0 1-7.2.1Z';

export const signs: Readonly<Record<Sign, readonly Part[]>> = {
  clap: [area(hand, yellow), { path: 'M15.6 2.4v2.6M19.2 3.8l-1.6 2M21.6 7.2l-2.4.9', stroke: grey, width: 1.8 }],
  heart: [area('M12 20.6C5.2 15.7 2.4 12.4 2.4 8.7A5 5 0 0 1 12 6.7a5 5 0 0 1 9.6 2c0 3.7-2.8 7-9.6 11.9Z', red)],
  laugh: [
    face,
    line('M6.6 10.4q1.5-2.4 3 0M14.4 10.4q1.5-2.4 3 0'),
    area('M6.8 13.4h10.4a5.2 5.2 0 0 1-10.4 0Z', white),
  ],
  wow: [
    face,
    line('M8.4 8.9v1.4M15.6 8.9v1.4', 2.4),
    { path: 'M9.5 16a2.5 2.9 0 1 0 5 0 2.5 2.9 0 1 0-5 0Z', fill: ink },
    line('M6.6 6.2q1.4-1.4 3-.9M17.4 6.2q-1.4-1.4-3-.9', 1.4),
  ],
  sad: [
    face,
    line('M8.4 9.6v1.2M15.6 9.6v1.2', 2.4),
    line('M8.2 17.2q3.8-3.6 7.6 0'),
    area('M17.2 12.2q2.6 3.4 0 4.6-2.6-1.2 0-4.6Z', blue),
  ],
  party: [
    area('M2.8 21.2 7.6 8.6l7.8 7.8Z', orange),
    line('M5.7 13.7l4.6 4.6', 1.4),
    { path: 'M12.4 8.4q-.6-3 1.8-4.4M15.8 11.6q3 .6 4.4-1.8M14 10l5.4-5.4', stroke: red, width: 1.8 },
    { path: 'M9.2 3.4h.01M20.6 14.6h.01M20.4 6.9h.01M17.2 2.6h.01', stroke: blue, width: 2.6 },
  ],
};

export const signNames = Object.keys(signs) as Sign[];
