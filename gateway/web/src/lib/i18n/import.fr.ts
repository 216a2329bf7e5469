import type { importTexts as english } from './import.en';
import type { Formats } from './formats';

const asText =
  'Enregistrez vos questions en texte brut (UTF-8) dans l’un des formats ci-dessus, puis importez ce fichier.';

export function importTexts(f: Formats): ReturnType<typeof english> {
  const most = (limit: number | undefined) => (limit === undefined ? '' : `\u00a0: ${f.number(limit)} au maximum`);
  const field = (member: string | undefined, otherwise: string) =>
    member ? `Le champ «\u00a0${member}\u00a0»` : otherwise;
  return {
    quizFaults: {
      unsupportedEncoding: () => 'L’encodage de ce fichier n’a pas pu être déterminé. Enregistrez-le en UTF-8.',
      damagedText: () => 'Certains caractères de ce texte ont été perdus.',
      controlCharacter: () =>
        'Le texte contient des caractères de contrôle ou des marques qui changent le sens de l’écriture.',
      stackedMarks: () => 'Trop d’accents sur un même caractère.',
      empty: () => 'Il manque un texte ici.',
      tooLong: ({ limit }) =>
        limit === undefined ? 'Ce texte est trop long.' : `Ce texte dépasse ${f.number(limit)} caractères.`,
      outOfRange: ({ member, limit }) =>
        member === 'points'
          ? 'Une question vaut 0, 1000 ou 2000 points.'
          : limit === undefined
            ? `${field(member, 'Ce nombre')} est hors limites.`
            : `${field(member, 'Ce nombre')} ne respecte pas la limite de ${f.number(limit)}.`,
      brokenJson: () => 'Le JSON n’est plus valide à partir d’ici.',
      unknownMember: ({ member }) => `${field(member, 'Ce champ')} ne fait pas partie du format.`,
      duplicateMember: ({ member }) => `${field(member, 'Ce champ')} apparaît deux fois.`,
      missingMember: ({ member }) =>
        member ? `Il manque le champ «\u00a0${member}\u00a0».` : 'Il manque un champ ici.',
      wrongType: ({ member }) =>
        member ? `La valeur de «\u00a0${member}\u00a0» n’est pas du bon type.` : 'Cette valeur n’est pas du bon type.',
      unknownValue: ({ member }) =>
        member ? `La valeur de «\u00a0${member}\u00a0» n’est pas autorisée.` : 'Cette valeur n’est pas autorisée.',
      unexpectedLine: () => 'Cette ligne n’appartient à aucune question.',
      missingAnswer: () => 'Il manque la ligne de réponse (^).',
      answerNotAmongOptions: () => 'La réponse ne fait pas partie des options.',
      optionOutOfOrder: () => 'La lettre de cette option n’est pas dans l’ordre.',
      tooFewOptions: ({ limit }) =>
        `Pas assez d’options${limit === undefined ? '' : `\u00a0: ${f.number(limit)} au minimum`}.`,
      tooManyOptions: ({ limit }) => `Trop d’options${most(limit)}.`,
      duplicateOption: () => 'Une autre option a le même texte ou la même apparence.',
      tooFewEntries: ({ limit }) =>
        `Pas assez de lignes${limit === undefined ? '' : `\u00a0: ${f.number(limit)} au minimum`}.`,
      tooManyEntries: ({ limit }) => `Trop de lignes${most(limit)}.`,
      duplicateEntry: () => 'Une autre ligne a le même texte ou la même apparence.',
      outsideScale: () =>
        'Choisissez un pas qui mène de la valeur minimale à la valeur maximale en passant par la bonne réponse.',
      unscoredType: () => 'Rien ne peut être une bonne réponse dans une question sans points.',
      noCorrectOption: () => 'Aucune option n’est marquée comme bonne réponse.',
      severalCorrectOptions: () => 'Plusieurs options sont marquées comme bonnes réponses.',
      noQuestions: () => 'Ce fichier ne contient aucune question lisible.',
      tooManyQuestions: ({ limit }) => `Trop de questions pour un quiz${most(limit)}.`,
      tooManyQuestionsForGuest: ({ limit }) =>
        `Trop de questions pour un quiz sans compte${most(limit)}. Connectez-vous ou créez un compte pour toutes les garder.`,
      spreadsheetFile: () =>
        'Arena ne peut pas lire ce type de feuille de calcul. Enregistrez-la comme classeur Excel (.xlsx) ou en CSV.',
      documentFile: () => `Arena ne peut pas lire les documents de traitement de texte. ${asText}`,
      presentationFile: () => `Arena ne peut pas lire les présentations. ${asText}`,
      oldOfficeFile: () =>
        'C’est un ancien fichier Word, Excel ou PowerPoint, ou un fichier protégé par mot de passe. Enregistrez le tableau en .xlsx sans mot de passe, puis importez-le.',
      pdfFile: () => `Arena ne peut pas lire les PDF. Copiez le texte dans un éditeur de texte. ${asText}`,
      imageFile: () => 'C’est une image. Arena ne lit les questions que dans des fichiers texte.',
      mediaFile: () => 'C’est un fichier audio ou vidéo. Arena ne lit les questions que dans des fichiers texte.',
      archiveFile: () =>
        'Ce fichier compressé ne contient aucun quiz reconnu par Arena. Décompressez-le et importez le fichier qu’il contient.',
      databaseFile: () => `Arena ne peut pas lire les bases de données. Exportez-en d’abord les questions. ${asText}`,
      markupFile: () => `Arena ne peut pas lire les pages web ni ce type de XML. ${asText}`,
      binaryFile: () => `Ce n’est pas un fichier texte. ${asText}`,
      unsupportedQuestionType: () => 'Arena ne propose pas ce type de question, qui est donc ignorée\u00a0:',
      noHeaderRow: () =>
        'Ce tableau n’a pas de ligne d’en-tête. Ajoutez-en une au-dessus des questions\u00a0: Question, Réponse 1, Réponse 2, …, Bonne réponse, Temps.',
      flashCards: () =>
        'Ce sont des cartes mémoire\u00a0: des termes et des définitions, sans mauvaises réponses. Ajoutez des colonnes de mauvaises réponses, puis importez le tableau.',
      dateCell: () =>
        'Le tableur a transformé cette saisie en date. Mettez la cellule au format texte et ressaisissez-la.',
      errorCell: () => 'Cette cellule contient une erreur de calcul.',
      unclosedQuote: () => 'Un guillemet ouvre une cellule ici et n’est jamais refermé.',
      brokenArchive: () =>
        'Ce fichier est endommagé ou protégé par mot de passe. Enregistrez-le à nouveau, puis importez-le.',
      archiveTooLarge: () =>
        'Ce fichier contient plus qu’Arena ne peut décompresser. Répartissez-le en plusieurs fichiers.',
      unclosedBrace: () => 'Une accolade { ouvre les réponses ici et n’est jamais refermée.',
      brokenXml: () => 'À partir d’ici, le XML n’est plus valide.',
      documentTypeFound: () =>
        'Ce XML contient un type de document (DOCTYPE), ce qui n’est pas autorisé. Exportez-le sans DOCTYPE.',
      unsafePath: () => 'Ce chemin mène hors de l’archive\u00a0: il n’est pas suivi.',
      missingFile: () => 'L’archive mentionne ce fichier, mais ne le contient pas.',
    },
    quizWarnings: {
      assumedWindows1252: (lines) =>
        `${f.plural(lines, { one: 'ligne n’est pas en UTF-8 et a été lue', other: 'lignes ne sont pas en UTF-8 et ont été lues' })} en Windows-1252. Vérifiez les accents avant d’importer\u00a0:`,
      htmlEntities: (lines) =>
        `${f.plural(lines, { one: 'ligne contient', other: 'lignes contiennent' })} des codes HTML, que les joueurs verront tels quels\u00a0:`,
      assumedUtf16: () =>
        'Le fichier n’indique pas son encodage et a été lu en UTF-16. Vérifiez les textes avant d’importer\u00a0:',
      unusedColumns: (rows) =>
        `${f.plural(rows, { one: 'ligne contient', other: 'lignes contiennent' })} des cellules dans des colonnes qu’Arena n’utilise pas\u00a0:`,
      mediaLeftOut: (questions) =>
        `${f.plural(questions, { one: 'question perd', other: 'questions perdent' })} une image ou un autre média, qu’Arena n’importe pas\u00a0:`,
      unusedFiles: (files) =>
        `${f.plural(files, { one: 'fichier de l’archive est ignoré', other: 'fichiers de l’archive sont ignorés' })}, car aucune question ne s’en sert\u00a0:`,
    },
    missing: {
      title: 'Certains médias ne peuvent pas être importés. Leurs questions sont conservées sans eux\u00a0:',
      question: (number) => `Question ${f.number(number)}`,
      absent: 'Ce fichier n’est pas dans l’import.',
      kind: 'Ce n’est pas l’image, le son ou la vidéo que la question annonce.',
    },
  };
}
