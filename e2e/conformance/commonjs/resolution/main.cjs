console.log(
  require('./folder'),
  require('./folder/'),
  require('./data'),
  require('./both'),
  require('./pkg'),
  require('.').own,
);
for (const bad of ['./none', 'no-package', './folder/none', 'node:none', '/none']) {
  try {
    require(bad);
  } catch (error) {
    console.log(bad, error.code, error.message.split('\n')[0].replace(__dirname, ''));
  }
}
