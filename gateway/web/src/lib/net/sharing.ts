import type { InvitationFound, InvitationAccepted, OpenInvitation, QuizSummary, QuizVisibility } from '$lib/contract';
import { authorised } from './caller';
import { bodyOf, jsonBody } from './http';

const quizPath = (id: string) => `/api/quizzes/${encodeURIComponent(id)}`;
const coAuthorPath = (id: string, name: string) => `${quizPath(id)}/co-authors/${encodeURIComponent(name)}`;

/** Public quizzes of all authors, the last changed first; with a search text those with it in their title. */
export async function listPublicQuizzes(search: string): Promise<QuizSummary[]> {
  const query = search === '' ? '' : `?${new URLSearchParams({ search })}`;
  return bodyOf<QuizSummary[]>(await authorised(`/api/quizzes/public${query}`));
}

export async function publishQuiz(id: string, visibility: QuizVisibility): Promise<void> {
  await authorised(`${quizPath(id)}/visibility`, jsonBody({ visibility }, 'PUT'));
}

/** The accounts with which a quiz is shared. */
export async function listCoAuthors(id: string): Promise<string[]> {
  return bodyOf<string[]>(await authorised(`${quizPath(id)}/co-authors`));
}

export async function shareQuiz(id: string, name: string): Promise<void> {
  await authorised(coAuthorPath(id, name), { method: 'PUT' });
}

export async function unshareQuiz(id: string, name: string): Promise<void> {
  await authorised(coAuthorPath(id, name), { method: 'DELETE' });
}

const invitationsPath = (id: string, rest = '') => `${quizPath(id)}/invitations${rest}`;

/** The invitations to be a co-author that can still be accepted. */
export async function listInvitations(id: string): Promise<OpenInvitation[]> {
  return bodyOf<OpenInvitation[]>(await authorised(invitationsPath(id)));
}

/** Has a link sent that makes one account a co-author. */
export async function inviteCoAuthor(id: string, address: string, language: string): Promise<void> {
  await authorised(invitationsPath(id), jsonBody({ address, language }));
}

export async function withdrawInvitation(id: string, invitation: string): Promise<void> {
  await authorised(invitationsPath(id, `/${encodeURIComponent(invitation)}`), { method: 'DELETE' });
}

/** What the link of an invitation leads to. */
export async function findInvitation(token: string): Promise<InvitationFound> {
  return bodyOf<InvitationFound>(await authorised('/api/quizzes/invitations/lookup', jsonBody({ token })));
}

export async function acceptInvitation(token: string): Promise<InvitationAccepted> {
  return bodyOf<InvitationAccepted>(await authorised('/api/quizzes/invitations/acceptance', jsonBody({ token })));
}
