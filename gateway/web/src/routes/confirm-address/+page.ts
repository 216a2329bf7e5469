export { load } from '$lib/account/page';
