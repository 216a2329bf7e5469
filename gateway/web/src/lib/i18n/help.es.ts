import type { HelpTexts } from './help.en';

export const helpTexts = (): HelpTexts => ({
  button: 'Ayuda',
  got: 'Entendido',
  titles: {
    quizzes: 'Tus cuestionarios',
    console: 'Dirigir una partida',
    editor: 'Escribir un cuestionario',
    homework: 'Deberes',
    reports: 'Partidas e informes',
  },
  items: {
    quizzes: [
      '«Jugar» abre una sala con un código. Antes eliges los ajustes, que se recuerdan para la próxima partida.',
      'Empieza con un ejemplo, escribe un cuestionario o suelta un archivo en la página: se leen hojas de cálculo, Moodle y otros formatos, y ves lo que se ha encontrado antes de guardarlo.',
      'En el menú de un cuestionario puedes compartirlo, ponerlo como deberes, practicar, exportarlo y eliminarlo.',
      'Sin cuenta, tus cuestionarios quedan en este navegador. Crea una cuenta para tenerlos en todos tus dispositivos.',
    ],
    console: [
      'El botón grande es siempre el paso siguiente. Espacio o Intro hacen lo mismo.',
      'En «Pantallas» están la vista del proyector, un código que convierte tu teléfono en control remoto y un enlace para quienes miran desde otro lugar.',
      '«Participantes» muestra a todos: aprueba nombres, cámbialos, expulsa a alguien, da más tiempo o pasa a un participante a otro dispositivo.',
      'Puedes volver a cargar esta página cuando quieras. La partida sigue y tú la diriges.',
    ],
    editor: [
      'Intro pasa a la respuesta siguiente y añade una después de la última. Las líneas pegadas se convierten en respuestas; una lista de preguntas pegada, en preguntas.',
      'Todo se guarda mientras escribes. Deshacer funciona también después de guardar y de volver a cargar.',
      'Una marca roja dice qué le falta a una pregunta cuando sales de ella. Sin marcas, el cuestionario se puede jugar.',
      'Otras personas pueden escribir contigo: comparte el cuestionario y los cambios en preguntas distintas se combinan.',
    ],
    homework: [
      'Los deberes son un cuestionario que cada uno juega solo, con un enlace, hasta la fecha límite. No hace falta cuenta.',
      'Los resultados llegan a medida que terminan los intentos. Cuenta el mejor o el último, como elijas.',
      'Se usa el cuestionario tal como estaba al ponerlos: los cambios posteriores no afectan a los deberes abiertos.',
    ],
    reports: [
      'Cada partida que has dirigido tiene un informe, también mientras se juega.',
      'Cada fila es un participante y cada columna una pregunta. Elige un encabezado para ordenar.',
      'Guarda un informe en CSV o Excel, imprímelo o comparte con un enlace un resumen sin nombres.',
      '«Partidas a lo largo del tiempo» muestra qué preguntas siguen siendo difíciles.',
    ],
  },
  hints: {
    console:
      '¿Primera vez? Pon la vista del proyector en la pantalla grande: está en «Pantallas», en el menú junto a «Participantes», igual que la ayuda.',
    editor: 'Escribe la pregunta, pulsa Intro y sigue con las respuestas. Marca la correcta con el círculo de al lado.',
    homework: 'Abre el menú de un cuestionario, elige «Poner como deberes» y envía el enlace a los participantes.',
    reports: 'Los informes se llenan durante la partida. Elige una pregunta para ver qué respondió cada uno.',
  },
});
