const { escape, parse } = require('node:querystring');

console.log(escape('\ud801test'));
try {
  escape('\ud801');
} catch (error) {
  console.log(error.name, error.code, error.message);
}
const many = Array.from({ length: 1500 }, (_, at) => `k${at}=1`).join('&');
for (const maxKeys of [Number.POSITIVE_INFINITY, Number.NaN, 'Infinity', 0, 3, undefined]) {
  console.log(maxKeys, Object.keys(parse(many, undefined, undefined, { maxKeys })).length);
}
