import type { QuizError, QuizErrorCode, QuizWarningCode } from '$lib/contract';
import type { Formats } from './formats';

/** What a sentence about a fault can name: the field and the limit. */
export type FaultDetails = Partial<Pick<QuizError, 'member' | 'limit'>>;

type FaultTexts = Record<QuizErrorCode, (fault: FaultDetails) => string>;
type WarningTexts = Record<QuizWarningCode, (lines: number) => string>;

const asText = 'Save it as a plain text file (UTF-8) in one of the formats above, and import that.';

/** What is wrong with a quiz, and what an import assumed. */
export function importTexts(f: Formats) {
  const field = (member: string | undefined, otherwise: string) => (member ? `The field “${member}”` : otherwise);
  const most = (limit: number | undefined) => (limit === undefined ? '' : `: ${f.number(limit)} at most`);
  const quizFaults: FaultTexts = {
    unsupportedEncoding: () =>
      'The letters of this file are in an encoding that cannot be told for certain. Save the file as UTF-8.',
    damagedText: () => 'Characters of this text were lost before it came here.',
    controlCharacter: () => 'The text holds control characters, or marks that change the direction of writing.',
    stackedMarks: () => 'Too many accents are stacked on one character.',
    empty: () => 'A text is missing here.',
    tooLong: ({ limit }) =>
      limit === undefined ? 'This text is too long.' : `This text is longer than ${f.number(limit)} characters.`,
    outOfRange: ({ member, limit }) =>
      member === 'points'
        ? 'A question is worth 0, 1000 or 2000 points.'
        : limit === undefined
          ? `${field(member, 'This number')} is out of range.`
          : `${field(member, 'This number')} is beyond its limit of ${f.number(limit)}.`,
    brokenJson: () => 'This is not valid JSON from here on.',
    unknownMember: ({ member }) => `${field(member, 'This field')} is not part of the format.`,
    duplicateMember: ({ member }) => `${field(member, 'This field')} occurs twice.`,
    missingMember: ({ member }) => (member ? `The field “${member}” is missing.` : 'A field is missing here.'),
    wrongType: ({ member }) =>
      member ? `The value of “${member}” is of the wrong type.` : 'This value is of the wrong type.',
    unknownValue: ({ member }) =>
      member ? `The value of “${member}” is not one of those allowed.` : 'This value is not one of those allowed.',
    unexpectedLine: () => 'This line does not belong to a question.',
    missingAnswer: () => 'The answer line (^) is missing.',
    answerNotAmongOptions: () => 'The answer is not among the options.',
    optionOutOfOrder: () => 'The letter of this option is out of order.',
    tooFewOptions: ({ limit }) =>
      `There are too few options${limit === undefined ? '' : `: at least ${f.number(limit)}`}.`,
    tooManyOptions: ({ limit }) => `There are too many options${most(limit)}.`,
    duplicateOption: () => 'Another option has the same text, or looks the same.',
    noCorrectOption: () => 'No option is marked as correct.',
    severalCorrectOptions: () => 'More than one option is marked as correct.',
    noQuestions: () => 'There is no question in this file that can be read.',
    tooManyQuestions: ({ limit }) => `There are too many questions for a quiz${most(limit)}.`,
    spreadsheetFile: () => `This is a spreadsheet, which Arena does not read. ${asText}`,
    documentFile: () => `This is a word processor’s document, which Arena does not read. ${asText}`,
    presentationFile: () => `This is a presentation, which Arena does not read. ${asText}`,
    oldOfficeFile: () =>
      `This is an old Word, Excel or PowerPoint file, or one with a password, which Arena does not read. ${asText}`,
    pdfFile: () => `This is a PDF, which Arena does not read. Copy its text into a text editor. ${asText}`,
    imageFile: () => 'This is a picture. Arena reads questions from text files only.',
    mediaFile: () => 'This is sound or video. Arena reads questions from text files only.',
    archiveFile: () => 'This is a compressed file. Unpack it, and import the text file that is inside.',
    databaseFile: () => `This is a database, which Arena does not read. Export the questions from it. ${asText}`,
    markupFile: () => `This is a web page or an XML file, which Arena does not read. ${asText}`,
    binaryFile: () => `This is not a text file. ${asText}`,
  };
  const quizWarnings: WarningTexts = {
    assumedWindows1252: (lines) =>
      `${f.plural(lines, { one: 'line is', other: 'lines are' })} not UTF-8 and read as Windows-1252. Check the accents before you import:`,
    htmlEntities: (lines) =>
      `${f.plural(lines, { one: 'line holds', other: 'lines hold' })} HTML codes, which players will see as they stand:`,
  };
  return { quizFaults, quizWarnings };
}
