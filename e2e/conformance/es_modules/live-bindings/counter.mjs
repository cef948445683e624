export let count = 0;
export default count;
export function increment() {
  count += 1;
}
