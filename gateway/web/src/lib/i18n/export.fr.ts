import type { ExportTexts } from './export.en';
import type { Formats } from './formats';

export function exportTexts(f: Formats): ExportTexts {
  const questions = (count: number) => f.plural(count, { one: 'question', other: 'questions' });
  return {
    title: (title) => `Exporter «\u00a0${title}\u00a0»`,
    format: 'Format',
    formats: {
      arena: {
        name: 'Arena',
        hint: 'Conserve tout\u00a0: un fichier .json, ou un fichier .zip avec les images, sons et vidéos.',
      },
      csv: {
        name: 'Tableur (CSV)',
        hint: 'S’ouvre dans Excel, LibreOffice et Google Sheets, et s’importe à nouveau ici.',
      },
      kahoot: {
        name: 'Kahoot (.xlsx)',
        hint: 'Le modèle d’importation de Kahoot\u00a0: des choix de quatre réponses au plus.',
      },
      gift: { name: 'GIFT', hint: 'Du texte pour Moodle et d’autres plateformes d’apprentissage.' },
      moodle: { name: 'Moodle XML', hint: 'Pour la banque de questions de Moodle, avec les images.' },
      qti: {
        name: 'QTI 2.1',
        hint: 'Une archive (.zip) pour les plateformes d’apprentissage, avec les images.',
      },
    },
    checking: 'Vérification de ce que ce format conserve…',
    complete: 'Rien n’est perdu.',
    nothing: 'Aucune de vos questions ne peut être écrite dans ce format.',
    leftOut: (count, all) => `${f.number(count)} sur ${questions(all)} absentes du fichier\u00a0:`,
    changed: 'Perdu ou modifié\u00a0:',
    referenced: (count) =>
      `${questions(count)} avec des médias qui ne sont plus sur ce serveur\u00a0: le fichier ne fait que les nommer.`,
    tooLong: 'Plus long que ce que l’autre programme accepte\u00a0:',
    of: (name, count) => `${name} (${questions(count)})`,
    members: {
      type: 'Type de question\u00a0: remplacé par un type proche',
      media: 'Images, sons et vidéos',
      recordings: 'Sons et vidéos, ou plus d’images que le fichier n’en contient',
      credit: 'Auteur et licence des images, sons et vidéos',
      timeLimitMs: 'Temps de réponse',
      points: 'Points',
      explanation: 'Explication',
      hint: 'Indice',
      description: 'Description du quiz',
      tags: 'Étiquettes du quiz',
      folder: 'Dossier du quiz',
      shuffle: 'Réponses mélangées',
      scoring: 'Façon de gagner des points',
      weight: 'Points partiels d’une réponse',
      accepted: 'Une partie des réponses acceptées',
      ignoreCase: 'Majuscules prises en compte',
      ignoreAccents: 'Accents pris en compte',
      ignoreSpaces: 'Espaces prises en compte',
      ignorePunctuation: 'Ponctuation prise en compte',
      allowTypos: 'Fautes de frappe acceptées',
      tolerance: 'Marge',
      decimals: 'Décimales',
      unit: 'Unité',
      steps: 'Échelons',
      low: 'Libellé du plus bas',
      high: 'Libellé du plus haut',
      maxWords: 'Mots par joueur',
      prompt: 'Question',
      options: 'Réponses',
    },
    download: 'Télécharger',
  };
}
