import querystring from 'node:querystring';

console.log(querystring.parse('a=1&a=2&b=x+y&c=%E2%82%AC&d'));
console.log(querystring.stringify({ a: [1, 'two'], b: true, c: null, d: 'x y&z' }));
