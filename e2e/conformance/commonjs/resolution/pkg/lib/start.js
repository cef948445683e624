module.exports = 'main of package.json';
