const controller = new AbortController();
controller.signal.addEventListener('abort', () =>
  console.log('event', controller.signal.reason.name),
);
controller.signal.onabort = () => console.log('onabort');
console.log(controller.signal.aborted, controller.signal.reason);
controller.abort();
controller.abort('again');
console.log(
  controller.signal.aborted,
  controller.signal.reason.message,
  controller.signal.reason.code,
);
try {
  AbortSignal.abort('why').throwIfAborted();
} catch (error) {
  console.log(error);
}
const any = AbortSignal.any([new AbortController().signal, AbortSignal.abort('first')]);
console.log(any.aborted, any.reason);
const timeout = AbortSignal.timeout(5);
await new Promise((resolve) => {
  timeout.addEventListener('abort', resolve);
  setTimeout(() => undefined, 50);
});
console.log(timeout.reason.name, timeout.reason.message);
