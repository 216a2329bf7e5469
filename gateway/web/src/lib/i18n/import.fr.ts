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
      noCorrectOption: () => 'Aucune option n’est marquée comme bonne réponse.',
      severalCorrectOptions: () => 'Plusieurs options sont marquées comme bonnes réponses.',
      noQuestions: () => 'Ce fichier ne contient aucune question lisible.',
      tooManyQuestions: ({ limit }) => `Trop de questions pour un quiz${most(limit)}.`,
      spreadsheetFile: () => `Arena ne peut pas lire les feuilles de calcul. ${asText}`,
      documentFile: () => `Arena ne peut pas lire les documents de traitement de texte. ${asText}`,
      presentationFile: () => `Arena ne peut pas lire les présentations. ${asText}`,
      oldOfficeFile: () =>
        `C’est un ancien fichier Word, Excel ou PowerPoint, ou un fichier protégé par mot de passe. Arena ne peut pas le lire. ${asText}`,
      pdfFile: () => `Arena ne peut pas lire les PDF. Copiez le texte dans un éditeur de texte. ${asText}`,
      imageFile: () => 'C’est une image. Arena ne lit les questions que dans des fichiers texte.',
      mediaFile: () => 'C’est un fichier audio ou vidéo. Arena ne lit les questions que dans des fichiers texte.',
      archiveFile: () => 'C’est un fichier compressé. Décompressez-le et importez le fichier texte qu’il contient.',
      databaseFile: () => `Arena ne peut pas lire les bases de données. Exportez-en d’abord les questions. ${asText}`,
      markupFile: () => `Arena ne peut pas lire les pages web ni les fichiers XML. ${asText}`,
      binaryFile: () => `Ce n’est pas un fichier texte. ${asText}`,
    },
    quizWarnings: {
      assumedWindows1252: (lines) =>
        `${f.plural(lines, { one: 'ligne n’est pas en UTF-8 et a été lue', other: 'lignes ne sont pas en UTF-8 et ont été lues' })} en Windows-1252. Vérifiez les accents avant d’importer\u00a0:`,
      htmlEntities: (lines) =>
        `${f.plural(lines, { one: 'ligne contient', other: 'lignes contiennent' })} des codes HTML, que les joueurs verront tels quels\u00a0:`,
    },
  };
}
