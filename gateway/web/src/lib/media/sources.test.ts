import { describe, expect, it } from 'vitest';
import { widthFor } from './sources';

describe('the width of a picture', () => {
  it('is the smallest that fills the screen', () => {
    expect(widthFor(4000, 'question', 300)).toBe(320);
    expect(widthFor(4000, 'question', 640)).toBe(640);
    expect(widthFor(4000, 'question', 641)).toBe(1280);
  });

  it('is the largest that is stored where none fills it', () => {
    expect(widthFor(4000, 'question', 3840)).toBe(1280);
    expect(widthFor(700, 'question', 1920)).toBe(640);
  });

  it('is half of that for an answer', () => {
    expect(widthFor(4000, 'option', 1170)).toBe(640);
    expect(widthFor(4000, 'option', 640)).toBe(320);
  });

  it('is its own where it is smaller than all, not known, or shown as a whole', () => {
    expect(widthFor(200, 'question', 1920)).toBeNull();
    expect(widthFor(null, 'question', 1920)).toBeNull();
    expect(widthFor(4000, 'whole', 1920)).toBeNull();
  });
});
