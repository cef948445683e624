// differs(firefox): Firefox clones a DOMException without its stack, and gives the copy one of its own
// A DOMException is cloned with its name, its code and its stack; what only has its prototype is a plain object.
const original = new DOMException('said', 'DataCloneError');
const copy = structuredClone(structuredClone(original));
console.log(copy instanceof DOMException, copy.name, copy.code, copy.message);
console.log(copy.stack === original.stack, typeof copy.stack);
console.log(
  structuredClone(Object.setPrototypeOf({}, DOMException.prototype)) instanceof DOMException,
);
