for (const path of ['./named.mjs', './default.mjs', './builtin.mjs', './reexport.mjs']) {
  const error = await import(path).catch((reason) => reason);
  console.log(error.name, error.message);
}
