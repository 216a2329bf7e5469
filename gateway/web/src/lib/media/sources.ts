import type { MediumKind } from '$lib/contract';

// Where media come from: this server, or the copies of a network that the page names. Never from an address that a quiz holds.

/** The widths of smaller pictures that the server has, where the picture itself is at least as wide. */
const widths = [320, 640, 1280] as const;

/** How large a picture is shown: beside a question, as an answer, or as large as it is. */
export type PictureUse = 'question' | 'option' | 'whole';

interface Sized {
  name: string;
  width: number | null;
}

/** How many pixels of a screen a picture covers at most. */
const shareOf: Record<Exclude<PictureUse, 'whole'>, number> = { question: 1, option: 0.5 };

/** The smallest stored width that fills its place on a screen; null for the picture itself. */
export function widthFor(width: number | null, use: PictureUse, screenPixels: number): number | null {
  if (use === 'whole' || width === null) return null;
  const stored = widths.filter((each) => each <= width);
  return stored.find((each) => each >= screenPixels * shareOf[use]) ?? stored.at(-1) ?? null;
}

type Source = (name: string, width: number | null) => string;

const baseOf = () => document.querySelector<HTMLMetaElement>('meta[name="arena-media"]')?.content ?? '';

let source: Source = (name, width) => `${baseOf()}/media/${name}${width === null ? '' : `/${width}`}`;

/** For pages without a server. */
export function takeMediaFrom(other: Source): void {
  source = other;
}

export const mediumUrl = (name: string): string => source(name, null);

export const pictureUrl = ({ name, width }: Sized, use: PictureUse): string =>
  source(name, widthFor(width, use, Math.max(screen.width, screen.height) * devicePixelRatio));

/** The address under which a medium will be shown. */
export const coming = (medium: Sized & { kind: MediumKind; isOfOption: boolean }): string =>
  medium.kind === 'picture' ? pictureUrl(medium, medium.isOfOption ? 'option' : 'question') : mediumUrl(medium.name);
