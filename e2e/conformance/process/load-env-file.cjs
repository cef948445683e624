const { writeFileSync } = require('node:fs');
writeFileSync('some.env', 'NEW=one\nKNOWN=two\n# a remark\nQUOTED="a b"\n');
process.env.KNOWN = 'kept';
process.loadEnvFile('some.env');
console.log(process.env.NEW, process.env.KNOWN, process.env.QUOTED);
try {
  process.loadEnvFile('absent.env');
} catch (error) {
  console.log(error.code, error.syscall, error.message.split(',')[0]);
}
