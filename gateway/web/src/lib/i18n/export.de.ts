import type { ExportTexts } from './export.en';
import type { Formats } from './formats';

export function exportTexts(f: Formats): ExportTexts {
  const questions = (count: number) => f.plural(count, { one: 'Frage', other: 'Fragen' });
  return {
    title: (title) => `„${title}“ exportieren`,
    format: 'Format',
    formats: {
      arena: {
        name: 'Arena',
        hint: 'Behält alles: eine .json-Datei oder eine .zip-Datei mit Bildern, Tönen und Videos.',
      },
      csv: {
        name: 'Tabelle (CSV)',
        hint: 'Öffnet sich in Excel, LibreOffice und Google Tabellen und lässt sich hier wieder importieren.',
      },
      kahoot: {
        name: 'Kahoot (.xlsx)',
        hint: 'Die Importvorlage von Kahoot: Auswahlfragen mit bis zu vier Antworten.',
      },
      gift: { name: 'GIFT', hint: 'Text für Moodle und andere Lernplattformen.' },
      moodle: { name: 'Moodle XML', hint: 'Für die Fragensammlung von Moodle, mit den Bildern.' },
      qti: { name: 'QTI 2.1', hint: 'Ein Paket (.zip) für Lernplattformen, mit den Bildern.' },
    },
    checking: 'Es wird geprüft, was dieses Format behält\u00a0…',
    complete: 'Nichts geht verloren.',
    nothing: 'Keine deiner Fragen lässt sich in diesem Format schreiben.',
    leftOut: (count, all) => `${f.number(count)} von ${questions(all)} ausgelassen:`,
    changed: 'Verloren oder geändert:',
    referenced: (count) =>
      `${questions(count)} mit Medien, die nicht mehr auf diesem Server sind: Die Datei nennt sie nur.`,
    tooLong: 'Länger, als das andere Programm erlaubt:',
    of: (name, count) => `${name} (${questions(count)})`,
    members: {
      type: 'Art der Frage: wird zu einer ähnlichen',
      media: 'Bilder, Töne und Videos',
      recordings: 'Töne und Videos, oder mehr Bilder, als hineinpassen',
      credit: 'Urheber und Lizenz von Bildern, Tönen und Videos',
      timeLimitMs: 'Zeitlimit',
      points: 'Punkte',
      explanation: 'Erklärung',
      hint: 'Tipp',
      description: 'Beschreibung des Quiz',
      tags: 'Schlagwörter des Quiz',
      folder: 'Ordner des Quiz',
      shuffle: 'Gemischte Antworten',
      scoring: 'Wofür es Punkte gibt',
      weight: 'Teilpunkte einer Antwort',
      accepted: 'Einige der akzeptierten Antworten',
      ignoreCase: 'Großschreibung zählt',
      ignoreAccents: 'Akzente zählen',
      ignoreSpaces: 'Leerzeichen zählen',
      ignorePunctuation: 'Satzzeichen zählen',
      allowTypos: 'Tippfehler erlaubt',
      tolerance: 'Spielraum',
      decimals: 'Nachkommastellen',
      unit: 'Einheit',
      steps: 'Stufen der Skala',
      low: 'Bezeichnung des niedrigsten Werts',
      high: 'Bezeichnung des höchsten Werts',
      maxWords: 'Wörter pro Person',
      prompt: 'Frage',
      options: 'Antworten',
    },
    download: 'Herunterladen',
  };
}
