import type { Formats } from './formats';
import type { LibraryTexts } from './library.en';

export function libraryTexts(f: Formats): LibraryTexts {
  const size = (bytes: number) =>
    bytes < 1e6 ? `${f.number(Math.ceil(bytes / 1e3))}\u00a0KB` : `${f.number(Math.round(bytes / 1e5) / 10)}\u00a0MB`;
  return {
    title: 'Meine Medien',
    lead: 'Die Bilder, Töne und Videos deiner Quizze. Dateien, die kein Quiz verwendet, werden nach einem Tag gelöscht.',
    find: 'Medien finden',
    search: 'Namen, Beschreibungen und Urheber durchsuchen',
    onlyUnused: 'Nur Dateien, die kein Quiz verwendet',
    found: (count, hasMore) =>
      hasMore ? `Die ersten ${f.number(count)} Dateien` : f.plural(count, { one: 'Datei', other: 'Dateien' }),
    none: 'Du hast noch keine Medien. Füge sie im Editor zu einer Frage hinzu.',
    noMatch: 'Keine Datei passt dazu.',
    more: 'Mehr zeigen',
    quota: 'Belegter Platz',
    kept: (bytes, quota) => `${size(bytes)} von ${size(quota)}`,
    kinds: { picture: 'Bild', audio: 'Ton', video: 'Video' },
    size,
    pixels: (width, height) => `${f.number(width)} × ${f.number(height)}`,
    lasts: (seconds) => `${f.number(seconds)}\u00a0s`,
    uploaded: (at) => f.date(at),
    usedIn: 'Verwendet in',
    others: (count) => `und ${f.plural(count, { one: 'weiteres Quiz', other: 'weitere Quizze' })}`,
    unused: 'In keinem Quiz verwendet',
    edit: 'Bearbeiten',
    editOf: (name) => `„${name}“ bearbeiten`,
    remove: 'Löschen',
    removeOf: (name) => `„${name}“ löschen`,
    removed: (name) => `„${name}“ wurde gelöscht.`,
    removeUnused: 'Alle unbenutzten Dateien löschen',
    removeUnusedSure: 'Alle Dateien löschen, die kein Quiz verwendet?',
    removedUnused: (count) => `${f.plural(count, { one: 'Datei wurde', other: 'Dateien wurden' })} gelöscht.`,
    name: 'Name',
    alt: 'Was es zeigt',
    altHint: 'Wird allen vorgelesen, die es nicht sehen oder hören können.',
    credit: 'Urheber und Lizenz',
    creditHint: 'Steht bei der richtigen Antwort.',
    textsHint:
      'Mit diesen Texten beginnt eine Frage, wenn du die Datei auswählst. Fragen, die sie schon verwenden, behalten ihre eigenen.',
    save: 'Speichern',
    saved: 'Gespeichert.',
    choose: 'Aus meinen Medien wählen',
    use: 'Verwenden',
    useOf: (name) => `„${name}“ verwenden`,
    manage: 'Meine Medien verwalten',
  };
}
