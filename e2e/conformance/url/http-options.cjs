// Options of a request from a URL, from what looks like one, and from anything else.
const { urlToHttpOptions } = require('url');
console.log(urlToHttpOptions(new URL('http://us%20er:p%40@foo.bar:21/a/z?l=24#test')));
console.log(
  urlToHttpOptions({ hostname: '[::1]', search: '?x', username: 'a', extra: 1, port: '5' }),
);
console.log(urlToHttpOptions({ ...new URL('http://a/') }));
console.log(urlToHttpOptions(Object.assign(new URL('http://u@h'), { timeout: 5 })));
for (const wrong of ['http://a', null, undefined, 5]) {
  try {
    console.log(urlToHttpOptions(wrong));
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
