export { load } from '$lib/homework/page';
