export function then(resolve) {
  resolve('a module that is thenable');
}
