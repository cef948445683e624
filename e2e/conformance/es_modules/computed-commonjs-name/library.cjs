module.exports[`comp${'uted'}`] = 1;
