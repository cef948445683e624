// What needs no network works: addresses told apart, defaults kept and checked.
const net = require('net');

const addresses =
  '127.0.0.1 255.255.255.255 256.0.0.1 1.2.3 01.2.3.4 :: ::1 fe80::1%eth0 1:2:3:4:5:6:7:8 1:2:3:4:5:6:7 1::2::3 ::ffff:10.0.0.1 12345::'.split(
    ' ',
  );
for (const address of addresses)
  console.log(address, net.isIP(address), net.isIPv4(address), net.isIPv6(address));
console.log(net.isIP(), net.isIP({}), net.isIP(''));
net.setDefaultAutoSelectFamilyAttemptTimeout(5);
console.log(net.getDefaultAutoSelectFamilyAttemptTimeout(), net.getDefaultAutoSelectFamily());
try {
  net.setDefaultAutoSelectFamilyAttemptTimeout(0);
} catch (error) {
  console.log(error.code, error.message);
}
for (const name of ['Server', 'Socket', 'connect', 'createServer']) console.log(typeof net[name]);
for (const name of [
  'http',
  'https',
  'http2',
  'dgram',
  'dns',
  'dns/promises',
  'tls',
  'zlib',
  'crypto',
  'vm',
  'v8',
  'repl',
  'inspector',
  'stream/web',
])
  console.log(name, typeof require(name), typeof require(`node:${name}`));
class Connection extends net.Socket {}
console.log(Connection.name);
