import type { InviteTexts } from './invite.en';

export const inviteTexts = (): InviteTexts => ({
  address: 'Invitar por correo',
  hint: 'El enlace se envía a esta dirección con el nombre de tu cuenta. Arena no guarda la dirección.',
  send: 'Enviar el enlace',
  sent: 'La invitación está en camino, salvo que esta dirección ya haya recibido varias hoy.',
  tooMany: 'Hoy ya enviaste el máximo de invitaciones.',
  coAuthorHint: 'El enlace da a una cuenta la coautoría. Sirve una vez, durante siete días.',
  open: 'Invitaciones',
  until: (date) => `válida hasta el ${date}`,
  withdraw: 'Retirar',
  withdrawNamed: (address) => `Retirar la invitación para ${address}`,
  title: 'Escribir un cuestionario en equipo',
  lead: (owner, quiz) => `${owner} te invita a la coautoría de «${quiz}». Podrás editarlo y organizar partidas con él.`,
  accept: 'Aceptar',
});
