export { loadGame as load } from '$lib/host/page';
