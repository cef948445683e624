// The directories follow the environment as it is now.
const os = require('os');
process.env.HOME = '/somewhere';
console.log(os.homedir());
Object.assign(process.env, { TMPDIR: '/one/', TMP: '/two', TEMP: '/three//' });
console.log(os.tmpdir());
process.env.TMPDIR = '';
console.log(os.tmpdir());
delete process.env.TMP;
console.log(os.tmpdir());
delete process.env.TEMP;
console.log(os.tmpdir());
process.env.TMPDIR = '/';
console.log(os.tmpdir());
