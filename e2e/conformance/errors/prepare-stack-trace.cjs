Error.prepareStackTrace = (error, frames) =>
  `${error.message} ${frames[0].getFunctionName()} ${frames[0].getLineNumber()}`;
function here() {
  return new Error('prepared').stack;
}
console.log(here());
