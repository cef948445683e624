// differs(webkit): WebKit leaves out frames that end in a tail call
// Where a call comes from: names, lines and columns, and what is refused.
const { getCallSites } = require('util');

function inner() {
  return getCallSites(3);
}
const outer = () => inner();
class Thing {
  method() {
    return outer();
  }
}
for (const { functionName, lineNumber, column, scriptName } of new Thing().method()) {
  console.log(functionName, lineNumber, column, scriptName.endsWith('call-sites.cjs'));
}
console.log(getCallSites(1).length);
for (const wrong of [0, 201, 'x', 1.5]) {
  try {
    getCallSites(wrong);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
