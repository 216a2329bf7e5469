export { load } from '$lib/groups/page';
