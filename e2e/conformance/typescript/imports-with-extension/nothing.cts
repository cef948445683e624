module.exports = 'cts';
