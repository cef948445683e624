const url = new URL('../x?a=1&a=2#h', 'https://user:pass@example.com:8080/a/b/c');
console.log(url.href, url.origin, url.port, url.searchParams.getAll('a'), url.hash);
url.searchParams.append('ü', 'é&');
console.log(url.search, URL.canParse('nope'), URL.parse('nope'));
