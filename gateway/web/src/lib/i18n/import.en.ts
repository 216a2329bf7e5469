import type { QuizError, QuizErrorCode, QuizWarningCode } from '$lib/contract';
import type { Formats } from './formats';

/** What an error text can name: the field and the limit. */
export type FaultDetails = Partial<Pick<QuizError, 'member' | 'limit'>>;

type FaultTexts = Record<QuizErrorCode, (fault: FaultDetails) => string>;
type WarningTexts = Record<QuizWarningCode, (lines: number) => string>;

const asText = 'Save your questions as plain text (UTF-8) in one of the formats above, then import that file.';

/** What is wrong with a quiz, and what an import assumed. */
export function importTexts(f: Formats) {
  const field = (member: string | undefined, otherwise: string) => (member ? `The field “${member}”` : otherwise);
  const most = (limit: number | undefined) => (limit === undefined ? '' : `: ${f.number(limit)} at most`);
  const quizFaults: FaultTexts = {
    unsupportedEncoding: () => 'The encoding of this file can’t be determined. Save it as UTF-8.',
    damagedText: () => 'Some characters in this text have been lost.',
    controlCharacter: () => 'The text contains control characters or marks that change the writing direction.',
    stackedMarks: () => 'Too many accents on one character.',
    empty: () => 'Text is missing here.',
    tooLong: ({ limit }) =>
      limit === undefined ? 'This text is too long.' : `This text is longer than ${f.number(limit)} characters.`,
    outOfRange: ({ member, limit }) =>
      member === 'points'
        ? 'A question is worth 0, 1000 or 2000 points.'
        : limit === undefined
          ? `${field(member, 'This number')} is out of range.`
          : `${field(member, 'This number')} is beyond its limit of ${f.number(limit)}.`,
    brokenJson: () => 'The JSON is invalid from here on.',
    unknownMember: ({ member }) => `${field(member, 'This field')} isn’t part of the format.`,
    duplicateMember: ({ member }) => `${field(member, 'This field')} appears twice.`,
    missingMember: ({ member }) => (member ? `The field “${member}” is missing.` : 'A field is missing here.'),
    wrongType: ({ member }) =>
      member ? `The value of “${member}” has the wrong type.` : 'This value has the wrong type.',
    unknownValue: ({ member }) => (member ? `The value of “${member}” isn’t allowed.` : 'This value isn’t allowed.'),
    unexpectedLine: () => 'This line doesn’t belong to a question.',
    missingAnswer: () => 'The answer line (^) is missing.',
    answerNotAmongOptions: () => 'The answer isn’t one of the options.',
    optionOutOfOrder: () => 'The letter of this option is out of order.',
    tooFewOptions: ({ limit }) => `Too few options${limit === undefined ? '' : `: at least ${f.number(limit)}`}.`,
    tooManyOptions: ({ limit }) => `Too many options${most(limit)}.`,
    duplicateOption: () => 'Another option has the same text or looks the same.',
    tooFewEntries: ({ limit }) => `Too few lines${limit === undefined ? '' : `: at least ${f.number(limit)}`}.`,
    tooManyEntries: ({ limit }) => `Too many lines${most(limit)}.`,
    duplicateEntry: () => 'Another line has the same text or looks the same.',
    outsideScale: () =>
      'Use a step that leads from the lowest value to the highest, with the correct answer on the way.',
    unscoredType: () => 'Nothing can be correct in a question without points.',
    noCorrectOption: () => 'No option is marked as correct.',
    severalCorrectOptions: () => 'More than one option is marked as correct.',
    noQuestions: () => 'There are no readable questions in this file.',
    tooManyQuestions: ({ limit }) => `Too many questions for one quiz${most(limit)}.`,
    tooManyQuestionsForGuest: ({ limit }) =>
      `Too many questions for a quiz without an account${most(limit)}. Sign in or create an account to keep them all.`,
    spreadsheetFile: () => 'Arena can’t read this kind of spreadsheet. Save it as an Excel workbook (.xlsx) or as CSV.',
    documentFile: () => `Arena can’t read word processing documents. ${asText}`,
    presentationFile: () => `Arena can’t read presentations. ${asText}`,
    oldOfficeFile: () =>
      'This is an old Word, Excel or PowerPoint file, or a password-protected one. Save a table as .xlsx without a password and import that.',
    pdfFile: () => `Arena can’t read PDFs. Copy the text into a text editor. ${asText}`,
    imageFile: () => 'This is an image. Arena only reads questions from text files.',
    mediaFile: () => 'This is an audio or video file. Arena only reads questions from text files.',
    archiveFile: () =>
      'This compressed file contains no quiz that Arena recognises. Unzip it and import the file inside.',
    databaseFile: () => `Arena can’t read databases. Export the questions first. ${asText}`,
    markupFile: () => `Arena can’t read web pages or this kind of XML. ${asText}`,
    binaryFile: () => `This isn’t a text file. ${asText}`,
    unsupportedQuestionType: () => 'Arena can’t play this type of question, so it is skipped:',
    noHeaderRow: () =>
      'This table has no header row. Add one above the questions: Question, Answer 1, Answer 2, …, Correct answer, Time limit.',
    flashCards: () =>
      'These are flash cards: terms and definitions without wrong answers. Add columns with wrong answers and import the table.',
    dateCell: () => 'The spreadsheet turned this entry into a date. Format the cell as text and type it again.',
    errorCell: () => 'This cell contains a spreadsheet error.',
    unclosedQuote: () => 'A quotation mark opens a cell here and is never closed.',
    brokenArchive: () => 'This file is damaged or password-protected. Save it again and import that.',
    archiveTooLarge: () => 'This file contains more than Arena can unpack. Split it into several files.',
    unclosedBrace: () => 'A brace { opens the answers here and is never closed.',
    brokenXml: () => 'The XML is invalid from here on.',
    documentTypeFound: () => 'This XML has a document type (DOCTYPE), which isn’t allowed. Export it without one.',
    unsafePath: () => 'This path leads outside the archive, so it isn’t followed.',
    missingFile: () => 'The archive lists this file but doesn’t contain it.',
  };
  const quizWarnings: WarningTexts = {
    assumedWindows1252: (lines) =>
      `${f.plural(lines, { one: 'line isn’t UTF-8 and was read', other: 'lines aren’t UTF-8 and were read' })} as Windows-1252. Check the accents before importing:`,
    htmlEntities: (lines) =>
      `${f.plural(lines, { one: 'line contains', other: 'lines contain' })} HTML codes, which players will see as is:`,
    assumedUtf16: () => 'The file doesn’t name its encoding and was read as UTF-16. Check the text before importing:',
    unusedColumns: (rows) =>
      `${f.plural(rows, { one: 'row has', other: 'rows have' })} cells in columns that Arena doesn’t use:`,
    mediaLeftOut: (questions) =>
      `${f.plural(questions, { one: 'question loses', other: 'questions lose' })} an image or other media, which Arena doesn’t import:`,
    unusedFiles: (files) =>
      `${f.plural(files, { one: 'file of the archive is', other: 'files of the archive are' })} ignored, because no question uses them:`,
  };
  const missing = {
    title: 'Some media can’t be imported. Their questions are kept without them:',
    question: (number: number) => `Question ${f.number(number)}`,
    absent: 'This file isn’t in the import.',
    kind: 'This isn’t the picture, sound or video that the question names.',
  };
  return { quizFaults, quizWarnings, missing };
}
