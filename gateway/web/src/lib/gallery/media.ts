import type { MediumView, NextMedium } from '$lib/contract';
import { takeMediaFrom } from '$lib/media/sources';
import tone from './tone.wav?url&no-inline';

// Media for stories, which have no server.

const nameOf = (digit: string) => digit.repeat(32);

const drawing = (width: number, height: number, hue: number) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<rect width="100%" height="100%" fill="hsl(${hue} 60% 78%)"/>` +
      `<path d="M0 ${height} ${width * 0.35} ${height * 0.35} ${width * 0.55} ${height * 0.7} ${width * 0.75} ${height * 0.45} ${width} ${height}Z" fill="hsl(${hue} 45% 35%)"/>` +
      `<circle cx="${width * 0.8}" cy="${height * 0.2}" r="${Math.min(width, height) * 0.09}" fill="#ffd23f"/>` +
      // Nothing at its edges may be cut off.
      `<rect x="6" y="6" width="${width - 12}" height="${height - 12}" fill="none" stroke="#14151b" stroke-width="12"/></svg>`,
  )}`;

const sizes: Record<string, [number, number, number]> = {
  a: [1600, 900, 210],
  b: [900, 1600, 20],
  c: [800, 800, 130],
  d: [2400, 500, 280],
};

takeMediaFrom((name) => {
  const size = sizes[name.charAt(0)];
  return size ? drawing(...size) : tone;
});

const picture = (digit: keyof typeof sizes, alt: string): MediumView => {
  const [width, height] = sizes[digit] ?? [0, 0];
  return { name: nameOf(digit), kind: 'picture', alt, width, height, seconds: null };
};

export const wide = picture('a', 'A mountain lake in the evening sun');
export const tall = picture('b', 'A mountain, upright');
export const square = picture('c', 'A green mountain');
export const panorama = picture('d', 'A panorama of mountains');
export const sound: MediumView = {
  name: nameOf('1'),
  kind: 'audio',
  alt: 'A short melody',
  width: null,
  height: null,
  seconds: 12,
};
export const film: MediumView = { ...sound, name: nameOf('2'), kind: 'video', alt: null, width: 1280, height: 720 };

export const credits = ['Lake: Ann Example, CC BY-SA 4.0', 'Mountain: public domain'];

export const next: NextMedium[] = [{ name: wide.name, kind: 'picture', width: 1600, isOfOption: false }];
