import { describe, expect, it } from 'vitest';
import { avatarOf, faces } from './avatar';

describe('an avatar', () => {
  it('is the same for the same name, however it is written', () => {
    expect(avatarOf('Zoé')).toEqual(avatarOf('ZOE\u0301'));
  });

  it('differs between most of the players of a game', () => {
    const names = Array.from({ length: 30 }, (_, index) => `Player ${index}`);
    const drawn = new Set(names.map((name) => JSON.stringify(avatarOf(name))));
    expect(drawn.size).toBeGreaterThan(24);
  });

  it('is always one that can be drawn', () => {
    for (const name of ['', 'x', '小明', '🦊🦊', 'W'.repeat(200)]) {
      const { colour, eyes, mouth, ears } = avatarOf(name);
      expect(colour).toBeLessThan(faces.colours);
      expect(eyes).toBeLessThan(faces.eyes);
      expect(mouth).toBeLessThan(faces.mouths);
      expect(ears).toBeLessThan(faces.ears);
    }
  });
});
