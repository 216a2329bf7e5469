import type { InviteTexts } from './invite.en';

export const inviteTexts = (): InviteTexts => ({
  address: 'Per E-Mail einladen',
  hint: 'Der Link geht an diese Adresse, zusammen mit deinem Kontonamen. Arena speichert die Adresse nicht.',
  send: 'Link senden',
  sent: 'Die Einladung ist unterwegs, falls diese Adresse heute nicht schon mehrere bekommen hat.',
  tooMany: 'Mehr Einladungen kannst du heute nicht senden.',
  coAuthorHint: 'Der Link macht ein Konto zum Mitautor. Er gilt einmal, sieben Tage lang.',
  open: 'Eingeladen',
  until: (date) => `gültig bis ${date}`,
  withdraw: 'Zurückziehen',
  withdrawNamed: (address) => `Einladung für ${address} zurückziehen`,
  title: 'Gemeinsam ein Quiz schreiben',
  lead: (owner, quiz) =>
    `${owner} lädt dich als Mitautor von „${quiz}“ ein. Du kannst es dann bearbeiten und spielen lassen.`,
  accept: 'Annehmen',
});
