import type { MediumKind } from '$lib/contract';
import type { Formats } from './formats';

/** The texts of an author's media. */
export function libraryTexts(f: Formats) {
  const kinds: Record<MediumKind, string> = { picture: 'Picture', audio: 'Sound', video: 'Video' };
  const size = (bytes: number) =>
    bytes < 1e6 ? `${f.number(Math.ceil(bytes / 1e3))} KB` : `${f.number(Math.round(bytes / 1e5) / 10)} MB`;
  return {
    title: 'My media',
    lead: 'The pictures, sounds and videos of your quizzes. Files that no quiz uses are deleted after a day.',
    find: 'Find media',
    search: 'Search names, descriptions and authors',
    onlyUnused: 'Only files that no quiz uses',
    found: (count: number, hasMore: boolean) =>
      hasMore ? `The first ${f.number(count)} files` : f.plural(count, { one: 'file', other: 'files' }),
    none: 'You have no media yet. Add them to a question in the editor.',
    noMatch: 'No file matches.',
    more: 'Show more',
    quota: 'Space used',
    kept: (bytes: number, quota: number) => `${size(bytes)} of ${size(quota)}`,
    kinds,
    size,
    pixels: (width: number, height: number) => `${f.number(width)} × ${f.number(height)}`,
    lasts: (seconds: number) => `${f.number(seconds)} s`,
    uploaded: (at: string) => f.date(at),
    usedIn: 'Used in',
    others: (count: number) => `and ${f.plural(count, { one: 'other quiz', other: 'other quizzes' })}`,
    unused: 'Used in no quiz',
    edit: 'Edit',
    editOf: (name: string) => `Edit “${name}”`,
    remove: 'Delete',
    removeOf: (name: string) => `Delete “${name}”`,
    removed: (name: string) => `“${name}” was deleted.`,
    removeUnused: 'Delete all unused files',
    removeUnusedSure: 'Delete all files that no quiz uses?',
    removedUnused: (count: number) => `${f.plural(count, { one: 'file was', other: 'files were' })} deleted.`,
    name: 'Name',
    alt: 'What it shows',
    altHint: 'Read aloud to people who can’t see or hear it.',
    credit: 'Author and licence',
    creditHint: 'Shown with the correct answer.',
    textsHint: 'Questions begin with these texts when you choose the file. Those that use it already keep their own.',
    save: 'Save',
    saved: 'Saved.',
    choose: 'Choose from my media',
    use: 'Use',
    useOf: (name: string) => `Use “${name}”`,
    manage: 'Manage my media',
  };
}

export type LibraryTexts = ReturnType<typeof libraryTexts>;
