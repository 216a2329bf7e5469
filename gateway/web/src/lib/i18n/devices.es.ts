import type { DeviceTexts } from './devices.en';

export const deviceTexts = (): DeviceTexts => ({
  devices: {
    screen: 'Pantalla grande',
    screenText: 'Una segunda ventana sin controles, para un proyector o una pantalla grande.',
    openScreen: 'Abrir la vista del proyector',
    remote: 'Control remoto',
    remoteText:
      'Usa tu teléfono como control remoto: botones, participantes y cómo se reparten las respuestas mientras la pregunta está abierta.',
    show: 'Mostrar el código para mi teléfono',
    hide: 'Ocultar el código',
    secret: 'Quien lo escanee podrá dirigir la partida. No lo muestres en la sala.',
    qr: 'Código QR que convierte un teléfono en control remoto',
    here: 'Abrir el control remoto aquí',
    players: 'Los participantes van a',
  },
  link: {
    title: 'Enlace para ver la partida',
    text: 'Quien tenga este enlace ve la pantalla grande en directo: sin controles y solo lo que ve la sala. Se puede incluir en una página web.',
    make: 'Crear enlace',
    label: 'Enlace para ver la partida',
    withdraw: 'Retirar el enlace',
    withdrawn: 'El enlace ya no funciona.',
  },
  coHosts: {
    title: 'Coanfitriones',
    text: 'Verán esta partida encima de sus cuestionarios y podrán dirigirla igual que tú.',
    name: 'Nombre de la cuenta',
    add: 'Añadir coanfitrión',
    remove: 'Quitar',
    removeNamed: (name) => `Quitar a ${name} como coanfitrión`,
  },
});
