import type { ExportTexts } from './export.en';
import type { Formats } from './formats';

export function exportTexts(f: Formats): ExportTexts {
  const questions = (count: number) => f.plural(count, { one: 'pregunta', other: 'preguntas' });
  return {
    title: (title) => `Exportar «${title}»`,
    format: 'Formato',
    formats: {
      arena: {
        name: 'Arena',
        hint: 'Lo conserva todo: un archivo .json, o uno .zip con las imágenes, los sonidos y los videos.',
      },
      csv: {
        name: 'Hoja de cálculo (CSV)',
        hint: 'Se abre en Excel, LibreOffice y Google Sheets, y se puede volver a importar aquí.',
      },
      kahoot: {
        name: 'Kahoot (.xlsx)',
        hint: 'La plantilla de importación de Kahoot: preguntas de hasta cuatro opciones.',
      },
      gift: { name: 'GIFT', hint: 'Texto para Moodle y otras plataformas de aprendizaje.' },
      moodle: { name: 'Moodle XML', hint: 'Para el banco de preguntas de Moodle, con las imágenes.' },
      qti: { name: 'QTI 2.1', hint: 'Un paquete (.zip) para plataformas de aprendizaje, con las imágenes.' },
    },
    checking: 'Comprobando qué conserva este formato…',
    complete: 'No se pierde nada.',
    nothing: 'Ninguna de tus preguntas se puede escribir en este formato.',
    leftOut: (count, all) => `${f.number(count)} de ${questions(all)} se ${count === 1 ? 'omite' : 'omiten'}:`,
    changed: 'Se pierde o cambia:',
    referenced: (count) =>
      `${questions(count)} con archivos multimedia que ya no están en este servidor: el archivo solo los nombra.`,
    tooLong: 'Más largo de lo que acepta el otro programa:',
    of: (name, count) => `${name} (${questions(count)})`,
    members: {
      type: 'Tipo de pregunta: pasa a uno parecido',
      media: 'Imágenes, sonidos y videos',
      recordings: 'Sonidos y videos, o más imágenes de las que caben',
      credit: 'Autor y licencia de imágenes, sonidos y videos',
      timeLimitMs: 'Tiempo límite',
      points: 'Puntos',
      explanation: 'Explicación',
      hint: 'Pista',
      description: 'Descripción del cuestionario',
      tags: 'Etiquetas del cuestionario',
      folder: 'Carpeta del cuestionario',
      shuffle: 'Respuestas mezcladas',
      scoring: 'Cómo se ganan los puntos',
      weight: 'Puntos parciales de una respuesta',
      accepted: 'Algunas de las respuestas aceptadas',
      ignoreCase: 'Las mayúsculas cuentan',
      ignoreAccents: 'Los acentos cuentan',
      ignoreSpaces: 'Los espacios cuentan',
      ignorePunctuation: 'La puntuación cuenta',
      allowTypos: 'Erratas aceptadas',
      tolerance: 'Margen',
      decimals: 'Decimales',
      unit: 'Unidad',
      steps: 'Pasos de la escala',
      low: 'Texto del mínimo',
      high: 'Texto del máximo',
      maxWords: 'Palabras por participante',
      prompt: 'Pregunta',
      options: 'Respuestas',
    },
    download: 'Descargar',
  };
}
