import type { importTexts as english } from './import.en';
import type { Formats } from './formats';

const asText = 'Enregistrez-le en texte brut (UTF-8) dans l’un des formats ci-dessus, puis importez ce fichier-là.';

export function importTexts(f: Formats): ReturnType<typeof english> {
  const most = (limit: number | undefined) => (limit === undefined ? '' : `\u00a0: ${f.number(limit)} au maximum`);
  const field = (member: string | undefined, otherwise: string) =>
    member ? `Le champ «\u00a0${member}\u00a0»` : otherwise;
  return {
    quizFaults: {
      unsupportedEncoding: () =>
        'L’encodage des caractères de ce fichier ne peut être déterminé avec certitude. Enregistrez-le en UTF-8.',
      damagedText: () => 'Des caractères de ce texte ont été perdus avant d’arriver ici.',
      controlCharacter: () =>
        'Le texte contient des caractères de contrôle ou des marques qui changent le sens de l’écriture.',
      stackedMarks: () => 'Trop d’accents sont empilés sur un même caractère.',
      empty: () => 'Il manque un texte ici.',
      tooLong: ({ limit }) =>
        limit === undefined ? 'Ce texte est trop long.' : `Ce texte dépasse ${f.number(limit)} caractères.`,
      outOfRange: ({ member, limit }) =>
        member === 'points'
          ? 'Une question vaut 0, 1000 ou 2000 points.'
          : limit === undefined
            ? `${field(member, 'Ce nombre')} est hors limites.`
            : `${field(member, 'Ce nombre')} sort de sa limite de ${f.number(limit)}.`,
      brokenJson: () => 'À partir d’ici, ce n’est plus du JSON valide.',
      unknownMember: ({ member }) => `${field(member, 'Ce champ')} n’existe pas dans le format.`,
      duplicateMember: ({ member }) => `${field(member, 'Ce champ')} figure deux fois.`,
      missingMember: ({ member }) =>
        member ? `Il manque le champ «\u00a0${member}\u00a0».` : 'Il manque un champ ici.',
      wrongType: ({ member }) =>
        member ? `La valeur de «\u00a0${member}\u00a0» n’est pas du bon type.` : 'Cette valeur n’est pas du bon type.',
      unknownValue: ({ member }) =>
        member
          ? `La valeur de «\u00a0${member}\u00a0» ne fait pas partie de celles permises.`
          : 'Cette valeur ne fait pas partie de celles permises.',
      unexpectedLine: () => 'Cette ligne n’appartient à aucune question.',
      missingAnswer: () => 'La ligne de réponse (^) manque.',
      answerNotAmongOptions: () => 'La réponse ne figure pas parmi les options.',
      optionOutOfOrder: () => 'La lettre de cette option n’est pas dans l’ordre.',
      tooFewOptions: ({ limit }) =>
        `Il y a trop peu d’options${limit === undefined ? '' : `\u00a0: ${f.number(limit)} au minimum`}.`,
      tooManyOptions: ({ limit }) => `Il y a trop d’options${most(limit)}.`,
      duplicateOption: () => 'Une autre option porte le même texte ou se présente de la même façon.',
      noCorrectOption: () => 'Aucune option n’est marquée comme bonne réponse.',
      severalCorrectOptions: () => 'Plusieurs options sont marquées comme bonnes réponses.',
      noQuestions: () => 'Aucune question lisible dans ce fichier.',
      tooManyQuestions: ({ limit }) => `Il y a trop de questions pour un quiz${most(limit)}.`,
      spreadsheetFile: () => `C’est une feuille de calcul, qu’Arena ne lit pas. ${asText}`,
      documentFile: () => `C’est un document de traitement de texte, qu’Arena ne lit pas. ${asText}`,
      presentationFile: () => `C’est une présentation, qu’Arena ne lit pas. ${asText}`,
      oldOfficeFile: () =>
        `C’est un ancien fichier Word, Excel ou PowerPoint, ou un fichier protégé par mot de passe, qu’Arena ne lit pas. ${asText}`,
      pdfFile: () => `C’est un PDF, qu’Arena ne lit pas. Copiez-en le texte dans un éditeur de texte. ${asText}`,
      imageFile: () => 'C’est une image. Arena ne lit les questions que dans des fichiers texte.',
      mediaFile: () => 'C’est du son ou de la vidéo. Arena ne lit les questions que dans des fichiers texte.',
      archiveFile: () => 'C’est un fichier compressé. Décompressez-le et importez le fichier texte qu’il contient.',
      databaseFile: () => `C’est une base de données, qu’Arena ne lit pas. Exportez-en les questions. ${asText}`,
      markupFile: () => `C’est une page web ou un fichier XML, qu’Arena ne lit pas. ${asText}`,
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
