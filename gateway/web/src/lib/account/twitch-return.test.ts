import { expect, it } from 'vitest';
import type { ProblemCode } from '$lib/contract';
import { twitchReturn } from './twitch-return';

const texts = { tooFast: 'Too fast.' } as Record<ProblemCode, string>;

// ASVS 3.7.2
it.each([
  ['', null],
  ['#key=x', null],
  ['#twitch', { refusal: null }],
  ['#twitch=tooFast', { refusal: 'tooFast' }],
  ['#twitch=toString', { refusal: 'twitchRefused' }],
  ['#twitch=<b>', { refusal: 'twitchRefused' }],
])('reads %s', (hash, read) => expect(twitchReturn(hash, texts)).toEqual(read));
