const show = ({ code, message }) =>
  console.log(code, message.replace(/\/\S*\/(?=[\w-]+\.[cm]js)/g, ''));

// The error names the file that first required the module, not the one that came back to it.
try {
  require('./first.mjs');
} catch (error) {
  show(error);
}
// A module that was imported has none that required it: the one that comes back is named, and why.
import('./imported.mjs').catch(show);
