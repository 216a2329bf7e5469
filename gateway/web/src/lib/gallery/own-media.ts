import type { MediumView, OwnMedium } from '$lib/contract';
import * as media from './media';

const own = (
  { name, kind, width, height, seconds }: MediumView,
  storedBytes: number,
  said: Partial<OwnMedium>,
): OwnMedium => ({
  medium: {
    name,
    kind,
    ...(width !== null && { width }),
    ...(height !== null && { height }),
    ...(seconds !== null && { seconds }),
    bytes: storedBytes,
    widths: [],
  },
  uploadedAt: '2026-11-29T12:00:00Z',
  quizCount: 0,
  quizzes: [],
  storedBytes,
  ...said,
});

const uses = [
  { id: '1', title: 'Around the world in ten questions' },
  { id: '2', title: 'Lakes' },
];

/** A library with something of everything. */
export const ownMedia: readonly OwnMedium[] = [
  own(media.wide, 412_000, {
    title: 'lake-in-the-evening.jpg',
    alt: 'A mountain lake in the evening sun',
    credit: 'Ann Example, CC BY-SA 4.0',
    quizCount: 7,
    quizzes: uses,
  }),
  own(media.tall, 318_000, { title: 'IMG_20260714_184233_a-very-long-name-without-any-space.heic.jpg' }),
  own(media.panorama, 1_240_000, { alt: 'A panorama of mountains', quizCount: 1, quizzes: uses.slice(1) }),
  own(media.sound, 190_000, { title: 'melody.mp3', alt: 'A short melody' }),
  own(media.film, 8_400_000, { title: 'waterfall.mp4', quizCount: 2, quizzes: uses }),
];
