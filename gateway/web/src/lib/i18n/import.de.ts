import type { Formats } from './formats';
import type { importTexts as english } from './import.en';

const asText =
  'Speichere deine Fragen als reinen Text (UTF-8) in einem der Formate oben, und importiere dann diese Datei.';

export function importTexts(f: Formats): ReturnType<typeof english> {
  const field = (member: string | undefined, otherwise: string) => (member ? `Das Feld „${member}“` : otherwise);
  const most = (limit: number | undefined) => (limit === undefined ? '' : `: höchstens ${f.number(limit)}`);
  return {
    quizFaults: {
      unsupportedEncoding: () => 'Die Kodierung dieser Datei ist nicht zu erkennen. Speichere sie als UTF-8.',
      damagedText: () => 'In diesem Text sind Zeichen verloren gegangen.',
      controlCharacter: () => 'Der Text enthält Steuerzeichen oder Zeichen, die die Schreibrichtung ändern.',
      stackedMarks: () => 'Zu viele Akzente auf einem Zeichen.',
      empty: () => 'Hier fehlt Text.',
      tooLong: ({ limit }) =>
        limit === undefined ? 'Dieser Text ist zu lang.' : `Dieser Text ist länger als ${f.number(limit)} Zeichen.`,
      outOfRange: ({ member, limit }) =>
        member === 'points'
          ? 'Eine Frage bringt 0, 1000 oder 2000 Punkte.'
          : limit === undefined
            ? `${field(member, 'Diese Zahl')} liegt außerhalb des erlaubten Bereichs.`
            : `${field(member, 'Diese Zahl')} überschreitet die Grenze von ${f.number(limit)}.`,
      brokenJson: () => 'Ab hier ist das JSON ungültig.',
      unknownMember: ({ member }) => `${field(member, 'Dieses Feld')} gehört nicht zum Format.`,
      duplicateMember: ({ member }) => `${field(member, 'Dieses Feld')} kommt zweimal vor.`,
      missingMember: ({ member }) => (member ? `Das Feld „${member}“ fehlt.` : 'Hier fehlt ein Feld.'),
      wrongType: ({ member }) =>
        member ? `Der Wert von „${member}“ hat den falschen Typ.` : 'Dieser Wert hat den falschen Typ.',
      unknownValue: ({ member }) =>
        member ? `Der Wert von „${member}“ ist nicht erlaubt.` : 'Dieser Wert ist nicht erlaubt.',
      unexpectedLine: () => 'Diese Zeile gehört zu keiner Frage.',
      missingAnswer: () => 'Die Zeile mit der Antwort (^) fehlt.',
      answerNotAmongOptions: () => 'Die richtige Antwort steht nicht zur Wahl.',
      optionOutOfOrder: () => 'Der Buchstabe dieser Antwort ist nicht an der Reihe.',
      tooFewOptions: ({ limit }) =>
        `Zu wenige Antworten${limit === undefined ? '' : `: mindestens ${f.number(limit)}`}.`,
      tooManyOptions: ({ limit }) => `Zu viele Antworten${most(limit)}.`,
      duplicateOption: () => 'Eine andere Antwort hat denselben Text oder sieht genauso aus.',
      tooFewEntries: ({ limit }) => `Zu wenige Zeilen${limit === undefined ? '' : `: mindestens ${f.number(limit)}`}.`,
      tooManyEntries: ({ limit }) => `Zu viele Zeilen${most(limit)}.`,
      duplicateEntry: () => 'Eine andere Zeile hat denselben Text oder sieht genauso aus.',
      outsideScale: () =>
        'Wähle eine Schrittweite, die vom niedrigsten Wert zum höchsten führt und dabei die richtige Antwort trifft.',
      unscoredType: () => 'In einer Frage ohne Punkte kann nichts richtig sein.',
      noCorrectOption: () => 'Keine Antwort ist als richtig markiert.',
      severalCorrectOptions: () => 'Mehr als eine Antwort ist als richtig markiert.',
      noQuestions: () => 'In dieser Datei sind keine lesbaren Fragen.',
      tooManyQuestions: ({ limit }) => `Zu viele Fragen für ein Quiz${most(limit)}.`,
      tooManyQuestionsForGuest: ({ limit }) =>
        `Zu viele Fragen für ein Quiz ohne Konto${most(limit)}. Melde dich an oder lege ein Konto an, um alle zu behalten.`,
      spreadsheetFile: () =>
        'Diese Art von Tabelle kann Arena nicht lesen. Speichere sie als Excel-Arbeitsmappe (.xlsx) oder als CSV.',
      documentFile: () => `Textdokumente kann Arena nicht lesen. ${asText}`,
      presentationFile: () => `Präsentationen kann Arena nicht lesen. ${asText}`,
      oldOfficeFile: () =>
        'Das ist eine alte Datei aus Word, Excel oder PowerPoint oder eine mit Passwort. Speichere die Tabelle ohne Passwort als .xlsx und importiere diese.',
      pdfFile: () => `PDFs kann Arena nicht lesen. Kopiere den Text in einen Texteditor. ${asText}`,
      imageFile: () => 'Das ist ein Bild. Arena liest Fragen nur aus Textdateien.',
      mediaFile: () => 'Das ist eine Audio- oder Videodatei. Arena liest Fragen nur aus Textdateien.',
      archiveFile: () =>
        'In diesem Archiv ist kein Quiz, das Arena erkennt. Entpacke es und importiere die Datei darin.',
      databaseFile: () => `Datenbanken kann Arena nicht lesen. Exportiere zuerst die Fragen. ${asText}`,
      markupFile: () => `Webseiten und diese Art von XML kann Arena nicht lesen. ${asText}`,
      binaryFile: () => `Das ist keine Textdatei. ${asText}`,
      unsupportedQuestionType: () => 'Diese Art von Frage gibt es in Arena nicht, sie wird übersprungen:',
      noHeaderRow: () =>
        'Diese Tabelle hat keine Kopfzeile. Setze eine über die Fragen: Frage, Antwort 1, Antwort 2, …, Richtige Antwort, Zeitlimit.',
      flashCards: () =>
        'Das sind Karteikarten: Begriffe und Definitionen ohne falsche Antworten. Ergänze Spalten mit falschen Antworten und importiere die Tabelle.',
      dateCell: () =>
        'Die Tabelle hat aus diesem Eintrag ein Datum gemacht. Formatiere die Zelle als Text und gib ihn neu ein.',
      errorCell: () => 'In dieser Zelle steht ein Fehler der Tabelle.',
      unclosedQuote: () => 'Hier öffnet ein Anführungszeichen eine Zelle und wird nie geschlossen.',
      brokenArchive: () =>
        'Diese Datei ist beschädigt oder mit einem Passwort geschützt. Speichere sie neu und importiere diese.',
      archiveTooLarge: () => 'Diese Datei enthält mehr, als Arena entpacken kann. Teile sie in mehrere Dateien auf.',
      unclosedBrace: () => 'Hier öffnet eine Klammer { die Antworten und wird nie geschlossen.',
      brokenXml: () => 'Ab hier ist das XML ungültig.',
      documentTypeFound: () =>
        'Dieses XML hat einen Dokumenttyp (DOCTYPE), und der ist nicht erlaubt. Exportiere es ohne.',
      unsafePath: () => 'Dieser Pfad führt aus dem Archiv hinaus und wird nicht verfolgt.',
      missingFile: () => 'Das Archiv nennt diese Datei, enthält sie aber nicht.',
    },
    quizWarnings: {
      assumedWindows1252: (lines) =>
        `${f.plural(lines, { one: 'Zeile ist kein UTF-8 und wurde', other: 'Zeilen sind kein UTF-8 und wurden' })} als Windows-1252 gelesen. Prüfe vor dem Import die Umlaute und Akzente:`,
      htmlEntities: (lines) =>
        `${f.plural(lines, { one: 'Zeile enthält', other: 'Zeilen enthalten' })} HTML-Codes, die genau so zu sehen sein werden:`,
      assumedUtf16: () =>
        'Die Datei nennt ihre Kodierung nicht und wurde als UTF-16 gelesen. Prüfe vor dem Import den Text:',
      unusedColumns: (rows) =>
        `${f.plural(rows, { one: 'Zeile hat', other: 'Zeilen haben' })} Zellen in Spalten, die Arena nicht verwendet:`,
      mediaLeftOut: (questions) =>
        `${f.plural(questions, { one: 'Frage verliert', other: 'Fragen verlieren' })} ein Bild oder andere Medien, die Arena nicht importiert:`,
      unusedFiles: (files) =>
        `${f.plural(files, { one: 'Datei des Archivs bleibt', other: 'Dateien des Archivs bleiben' })} unbeachtet, weil keine Frage sie verwendet:`,
    },
    missing: {
      title: 'Einige Medien lassen sich nicht importieren. Ihre Fragen bleiben ohne sie erhalten:',
      question: (number) => `Frage ${f.number(number)}`,
      absent: 'Diese Datei ist nicht im Import.',
      kind: 'Das ist nicht das Bild, der Ton oder das Video, das die Frage nennt.',
    },
  };
}
