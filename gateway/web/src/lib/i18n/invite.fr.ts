import type { InviteTexts } from './invite.en';

export const inviteTexts = (): InviteTexts => ({
  address: 'Inviter par e-mail',
  hint: 'Le lien est envoyé à cette adresse, avec le nom de votre compte. Arena ne conserve pas l’adresse.',
  send: 'Envoyer le lien',
  sent: 'L’invitation est en route, sauf si cette adresse en a déjà reçu plusieurs aujourd’hui.',
  tooMany: 'Vous avez envoyé aujourd’hui autant d’invitations que possible.',
  coAuthorHint: 'Le lien fait d’un compte un coauteur. Il sert une seule fois, pendant sept jours.',
  open: 'Personnes invitées',
  until: (date) => `valable jusqu’au ${date}`,
  withdraw: 'Annuler',
  withdrawNamed: (address) => `Annuler l’invitation pour ${address}`,
  title: 'Écrire un quiz ensemble',
  lead: (owner, quiz) =>
    `${owner} vous invite à devenir coauteur du quiz «\u00a0${quiz}\u00a0». Vous pourrez le modifier et l’animer.`,
  accept: 'Accepter',
});
