// The channels that tell of require and import: order, contents, errors.
const { tracingChannel } = require('node:diagnostics_channel');
const path = require('node:path');
const phases = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];
const tell = (kind) =>
  Object.fromEntries(
    phases.map((phase) => [
      phase,
      ({ id, url, parentFilename, parentURL, result, error }) =>
        console.log(
          kind,
          phase,
          id ?? url,
          path.basename(parentFilename ?? parentURL),
          typeof result,
          error?.code,
        ),
    ]),
  );
tracingChannel('module.require').subscribe(tell('require'));
const imports = tell('import');
tracingChannel('module.import').subscribe(imports);
require('node:path');
try {
  require('./no-such-file');
} catch ({ code }) {
  console.log('caught', code);
}
(async () => {
  await import('node:path');
  await import('./no-such-file.mjs').catch(({ code }) => console.log('caught', code));
  tracingChannel('module.import').unsubscribe(imports);
  await import('node:path');
  console.log('end');
})();
