// differs(webkit): WebKitGTK copies shared memory within a thread, where it should share it
const shared = new SharedArrayBuffer(4);
const { copy } = structuredClone({ copy: shared });
new Int32Array(copy)[0] = 5;
console.log(copy === shared, copy.constructor.name, new Int32Array(shared)[0]);
