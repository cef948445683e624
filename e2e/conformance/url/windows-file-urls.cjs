// differs(firefox): Firefox drops the host of a file URL
// Paths of Windows as file URLs and back, wherever the program runs.
const { fileURLToPath, pathToFileURL } = require('url');
const windows = true;
const attempt = (call) => {
  try {
    console.log(call());
  } catch (error) {
    console.log(error.name, error.code, error.message, error.input?.href);
  }
};
const paths = [
  'C:\\foo bar\\',
  'C:/x/../y#?%/',
  '\\\\?\\C:\\long',
  '\\\\nas\\My Docs\\a\\..\\b',
  '\\\\?\\UNC\\server\\share\\f',
  '//nas/x/y',
  '\\rooted',
  '\\\\\\no-server',
  '\\\\host',
];
for (const path of paths) attempt(() => pathToFileURL(path, { windows }).href);
const urls = [
  'file:///C:/a/b%20c',
  'file://nas/x/y',
  'file:///C:/a%2Fb',
  'file:///C:/a%5Cb',
  'file:///a',
  'file:///1:/a',
];
for (const url of urls) attempt(() => fileURLToPath(url, { windows }));
attempt(() => fileURLToPath('file:///a%2Fb'));
console.log(
  pathToFileURL('/x [^|~]', null).href,
  fileURLToPath('file:///x', null),
  pathToFileURL('C:\\a', { windows: false }).pathname.endsWith('/C:%5Ca'),
);
console.log(fileURLToPath({ href: 'file:///a', protocol: 'file:', hostname: '', pathname: '/a' }));
