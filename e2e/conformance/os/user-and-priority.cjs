// Priorities are checked and kept; a user can be asked for in bytes; functions stand for what they return.
const os = require('os');
const attempt = (call) => {
  try {
    console.log(call());
  } catch (error) {
    console.log(error.name, error.code, error.message, error.info, error.errno, error.syscall);
  }
};
console.log({ ...os.constants.priority });
for (const pid of [null, 'x', {}, NaN, 3.14, 2 ** 32, -1]) attempt(() => os.getPriority(pid));
for (const priority of [null, 'x', 20, -21, 1.5]) attempt(() => os.setPriority(0, priority));
os.setPriority(os.constants.priority.PRIORITY_LOW);
console.log(os.getPriority(), os.getPriority(0), os.getPriority(process.pid));

const { uid, gid, username, homedir, shell } = os.userInfo();
console.log(typeof uid, typeof gid, homedir.startsWith('/'), shell.startsWith('/'));
console.log(os.userInfo({ encoding: 'buffer' }).username.toString() === username);
console.log(os.userInfo({ encoding: 'hex' }).username === Buffer.from(username).toString('hex'));
attempt(() =>
  os.userInfo({
    get encoding() {
      throw new RangeError('not told');
    },
  }),
);
console.log(
  `${os.platform} ${os.endianness}`,
  +os.availableParallelism > 0,
  os.cpus[Symbol.toPrimitive],
);
