import { channel, tracingChannel } from 'node:diagnostics_channel';

const plain = channel('plain');
plain.subscribe((message, name) => console.log(name, message));
plain.publish({ a: 1 });
const tracing = tracingChannel('job');
const tell = (phase) => (context) => console.log(phase, context);
tracing.subscribe(
  Object.fromEntries(
    ['start', 'end', 'asyncStart', 'asyncEnd', 'error'].map((phase) => [phase, tell(phase)]),
  ),
);
console.log(tracing.traceSync((x) => x * 2, { id: 1 }, undefined, 21));
console.log(await tracing.tracePromise(async () => 'later', { id: 2 }));
