module.exports = {
  isMain: require.main === module,
  parent: module.parent?.id,
  inner: module.loaded,
};
