import { load as loadGroups } from '$lib/groups/page';

export const load = async (event: Parameters<typeof loadGroups>[0] & { params: { id: string } }) => {
  await loadGroups(event);
  return { id: event.params.id };
};
