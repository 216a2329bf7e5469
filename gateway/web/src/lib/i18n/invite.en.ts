/** The texts of invitations by mail: to a group, and to write a quiz. */
export const inviteTexts = () => ({
  address: 'Invite by email',
  hint: 'The link goes to this address, with the name of your account. Arena doesn’t keep the address.',
  send: 'Send the link',
  sent: 'The invitation is on its way, unless this address already got several today.',
  tooMany: 'You’ve sent as many invitations as possible today.',
  coAuthorHint: 'The link makes one account a co-author. It works once, for seven days.',
  open: 'Invited',
  until: (date: string) => `valid until ${date}`,
  withdraw: 'Withdraw',
  withdrawNamed: (address: string) => `Withdraw the invitation for ${address}`,
  title: 'Write a quiz together',
  lead: (owner: string, quiz: string) =>
    `${owner} invites you to be a co-author of “${quiz}”. You’ll be able to edit and host it.`,
  accept: 'Accept',
});

export type InviteTexts = ReturnType<typeof inviteTexts>;
