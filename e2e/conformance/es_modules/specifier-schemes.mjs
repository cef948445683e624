// differs: the codes of an empty specifier and of one with another scheme
for (const bad of ['', 'http://example.com/x.js']) {
  const error = await import(bad).catch((reason) => reason);
  console.log(JSON.stringify(bad), error.name, error.code);
}
