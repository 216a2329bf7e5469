/** The key of a context in which all sections of the account's page are open: where all of it is to be looked at. */
export const unfolded = Symbol('unfolded');
