// differs: the URL class is the browser's own, which console.log does not know
console.log(new URL('https://example.com/a?b#c'), new URLSearchParams('a=1'));
