import type { Medium, MediumKind, MediumView } from '$lib/contract';
import { normalised } from '../text';

/** A medium of a question being written: an uploaded file, and what the author says of it. */
export interface DraftMedium {
  name: string;
  kind: MediumKind;
  alt: string;
  credit: string;
  width?: number;
  height?: number;
  seconds?: number;
}

const sizesOf = ({ width, height, seconds }: Pick<DraftMedium, 'width' | 'height' | 'seconds'>) => ({
  ...(width !== undefined && { width }),
  ...(height !== undefined && { height }),
  ...(seconds !== undefined && { seconds }),
});

export const draftMedium = ({ name, kind, alt, credit, ...sizes }: Medium): DraftMedium => ({
  name,
  kind,
  alt: alt ?? '',
  credit: credit ?? '',
  ...sizesOf(sizes),
});

/** The stored form. Absent texts are left out. */
export function mediumDocument({ name, kind, alt, credit, ...sizes }: DraftMedium): Medium {
  const shown = normalised(alt, false);
  const author = normalised(credit, false);
  return { name, kind, ...(shown && { alt: shown }), ...sizesOf(sizes), ...(author && { credit: author }) };
}

/** As players see it while the question is open. */
export const mediumView = ({ name, kind, alt, width, height, seconds }: DraftMedium): MediumView => ({
  name,
  kind,
  alt: normalised(alt, false) || null,
  width: width ?? null,
  height: height ?? null,
  seconds: seconds ?? null,
});

interface Shown {
  medium: DraftMedium | null;
  options: readonly { picture?: DraftMedium }[];
}

/** The authors of all media of a question, each once. */
export const creditsOf = ({ medium, options }: Shown): string[] => [
  ...new Set(
    [medium, ...options.map(({ picture }) => picture)].flatMap((each) => normalised(each?.credit ?? '', false) || []),
  ),
];
