// A program's own `Error.prepareStackTrace` is not asked for call sites, and stays.
const { getCallSites } = require('util');
Error.prepareStackTrace = () => 'prepared';
function named() {
  const [{ functionName, lineNumber }] = getCallSites(1);
  return [functionName, lineNumber];
}
console.log(named(), new Error('x').stack);
