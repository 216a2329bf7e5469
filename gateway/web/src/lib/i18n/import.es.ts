import type { Formats } from './formats';
import type { importTexts as english } from './import.en';

const asText =
  'Guarda tus preguntas como texto sin formato (UTF-8) en uno de los formatos de arriba e importa ese archivo.';

export function importTexts(f: Formats): ReturnType<typeof english> {
  const field = (member: string | undefined, otherwise: string) => (member ? `El campo «${member}»` : otherwise);
  const most = (limit: number | undefined) => (limit === undefined ? '' : `: ${f.number(limit)} como máximo`);
  const least = (limit: number | undefined) => (limit === undefined ? '' : `: al menos ${f.number(limit)}`);
  return {
    quizFaults: {
      unsupportedEncoding: () => 'No se pudo determinar la codificación de este archivo. Guárdalo como UTF-8.',
      damagedText: () => 'Se perdieron algunos caracteres de este texto.',
      controlCharacter: () =>
        'El texto contiene caracteres de control o marcas que cambian la dirección de la escritura.',
      stackedMarks: () => 'Demasiados acentos sobre un mismo carácter.',
      empty: () => 'Aquí falta un texto.',
      tooLong: ({ limit }) =>
        limit === undefined
          ? 'Este texto es demasiado largo.'
          : `Este texto tiene más de ${f.number(limit)} caracteres.`,
      outOfRange: ({ member, limit }) =>
        member === 'points'
          ? 'Una pregunta vale 0, 1000 o 2000 puntos.'
          : limit === undefined
            ? `${field(member, 'Este número')} está fuera de los límites.`
            : `${field(member, 'Este número')} supera su límite de ${f.number(limit)}.`,
      brokenJson: () => 'El JSON deja de ser válido a partir de aquí.',
      unknownMember: ({ member }) => `${field(member, 'Este campo')} no forma parte del formato.`,
      duplicateMember: ({ member }) => `${field(member, 'Este campo')} aparece dos veces.`,
      missingMember: ({ member }) => (member ? `Falta el campo «${member}».` : 'Aquí falta un campo.'),
      wrongType: ({ member }) =>
        member ? `El valor de «${member}» no es del tipo correcto.` : 'Este valor no es del tipo correcto.',
      unknownValue: ({ member }) =>
        member ? `El valor de «${member}» no está permitido.` : 'Este valor no está permitido.',
      unexpectedLine: () => 'Esta línea no pertenece a ninguna pregunta.',
      missingAnswer: () => 'Falta la línea de respuesta (^).',
      answerNotAmongOptions: () => 'La respuesta no es una de las opciones.',
      optionOutOfOrder: () => 'La letra de esta opción no sigue el orden.',
      tooFewOptions: ({ limit }) => `Faltan opciones${least(limit)}.`,
      tooManyOptions: ({ limit }) => `Demasiadas opciones${most(limit)}.`,
      duplicateOption: () => 'Otra opción tiene el mismo texto o el mismo aspecto.',
      tooFewEntries: ({ limit }) => `Faltan líneas${least(limit)}.`,
      tooManyEntries: ({ limit }) => `Demasiadas líneas${most(limit)}.`,
      duplicateEntry: () => 'Otra línea tiene el mismo texto o el mismo aspecto.',
      outsideScale: () => 'Usa un paso que lleve del valor mínimo al máximo y que pase por la respuesta correcta.',
      unscoredType: () => 'En una pregunta sin puntos no puede haber nada correcto.',
      noCorrectOption: () => 'Ninguna opción está marcada como correcta.',
      severalCorrectOptions: () => 'Hay más de una opción marcada como correcta.',
      noQuestions: () => 'En este archivo no hay preguntas que se puedan leer.',
      tooManyQuestions: ({ limit }) => `Demasiadas preguntas para un cuestionario${most(limit)}.`,
      tooManyQuestionsForGuest: ({ limit }) =>
        `Demasiadas preguntas para un cuestionario sin cuenta${most(limit)}. Inicia sesión o crea una cuenta para conservarlas todas.`,
      spreadsheetFile: () =>
        'Arena no puede leer este tipo de hoja de cálculo. Guárdala como libro de Excel (.xlsx) o como CSV.',
      documentFile: () => `Arena no puede leer documentos de texto con formato. ${asText}`,
      presentationFile: () => `Arena no puede leer presentaciones. ${asText}`,
      oldOfficeFile: () =>
        'Es un archivo antiguo de Word, Excel o PowerPoint, o uno protegido con contraseña. Guarda la tabla como .xlsx sin contraseña e impórtala.',
      pdfFile: () => `Arena no puede leer PDF. Copia el texto en un editor de texto. ${asText}`,
      imageFile: () => 'Esto es una imagen. Arena solo lee preguntas de archivos de texto.',
      mediaFile: () => 'Esto es un archivo de audio o video. Arena solo lee preguntas de archivos de texto.',
      archiveFile: () =>
        'Este archivo comprimido no contiene ningún cuestionario que Arena reconozca. Descomprímelo e importa el archivo que contiene.',
      databaseFile: () => `Arena no puede leer bases de datos. Exporta antes las preguntas. ${asText}`,
      markupFile: () => `Arena no puede leer páginas web ni este tipo de XML. ${asText}`,
      binaryFile: () => `Esto no es un archivo de texto. ${asText}`,
      unsupportedQuestionType: () => 'Arena no puede jugar este tipo de pregunta, así que se omite:',
      noHeaderRow: () =>
        'Esta tabla no tiene fila de encabezado. Añade una encima de las preguntas: Pregunta, Respuesta 1, Respuesta 2, …, Respuesta correcta, Tiempo límite.',
      flashCards: () =>
        'Son tarjetas de estudio: términos y definiciones sin respuestas incorrectas. Añade columnas con respuestas incorrectas e importa la tabla.',
      dateCell: () =>
        'La hoja de cálculo convirtió esta entrada en una fecha. Da formato de texto a la celda y vuelve a escribirla.',
      errorCell: () => 'Esta celda contiene un error de la hoja de cálculo.',
      unclosedQuote: () => 'Aquí unas comillas abren una celda y nunca se cierran.',
      brokenArchive: () => 'Este archivo está dañado o protegido con contraseña. Guárdalo de nuevo e impórtalo.',
      archiveTooLarge: () => 'Este archivo contiene más de lo que Arena puede descomprimir. Divídelo en varios.',
      unclosedBrace: () => 'Aquí una llave { abre las respuestas y nunca se cierra.',
      brokenXml: () => 'El XML deja de ser válido a partir de aquí.',
      documentTypeFound: () =>
        'Este XML tiene un tipo de documento (DOCTYPE), que no está permitido. Expórtalo sin él.',
      unsafePath: () => 'Esta ruta sale del archivo comprimido, así que no se sigue.',
      missingFile: () => 'El archivo comprimido menciona este archivo, pero no lo contiene.',
    },
    quizWarnings: {
      assumedWindows1252: (lines) =>
        `${f.plural(lines, { one: 'línea no es UTF-8 y se leyó', other: 'líneas no son UTF-8 y se leyeron' })} como Windows-1252. Revisa los acentos antes de importar:`,
      htmlEntities: (lines) =>
        `${f.plural(lines, { one: 'línea contiene', other: 'líneas contienen' })} códigos HTML, que se mostrarán tal cual:`,
      assumedUtf16: () =>
        'El archivo no indica su codificación y se leyó como UTF-16. Revisa el texto antes de importar:',
      unusedColumns: (rows) =>
        `${f.plural(rows, { one: 'fila tiene', other: 'filas tienen' })} celdas en columnas que Arena no usa:`,
      mediaLeftOut: (questions) =>
        `${f.plural(questions, { one: 'pregunta pierde', other: 'preguntas pierden' })} una imagen u otro archivo multimedia que Arena no importa:`,
      unusedFiles: (files) =>
        `${f.plural(files, { one: 'archivo del paquete se omite', other: 'archivos del paquete se omiten' })}, porque no los usa ninguna pregunta:`,
    },
    missing: {
      title: 'Algunos archivos multimedia no se pueden importar. Sus preguntas se conservan sin ellos:',
      question: (number) => `Pregunta ${f.number(number)}`,
      absent: 'Este archivo no está en la importación.',
      kind: 'No es la imagen, el sonido o el video que nombra la pregunta.',
    },
  };
}
