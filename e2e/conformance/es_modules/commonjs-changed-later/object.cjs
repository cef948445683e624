module.exports = { now: 'as it was' };
