import { describe, expect, it } from 'vitest';
import { isAboutToBeSent } from './deliveries';

describe('a message to a webhook', () => {
  it.each([
    ['not tried yet', { status: 'pending', attempts: 0 }, true],
    ['being sent for the first time', { status: 'pending', attempts: 1 }, true],
    ['failed, to be tried again', { status: 'pending', attempts: 1, lastAt: '2026-11-30T10:12:05Z' }, false],
    ['delivered', { status: 'delivered', attempts: 1, lastAt: '2026-11-30T10:12:05Z' }, false],
    ['given up before a first attempt', { status: 'deadLetter', attempts: 0 }, false],
  ] as const)('that is %s is awaited or not', (_, delivery, awaited) => {
    expect(isAboutToBeSent(delivery)).toBe(awaited);
  });
});
