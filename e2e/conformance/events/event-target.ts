const target = new EventTarget();
target.addEventListener('x', (event) =>
  console.log(event.type, (event as CustomEvent).detail, event.cancelable),
);
target.addEventListener('x', { handleEvent: (event) => event.preventDefault() });
target.addEventListener('x', () => console.log('once'), { once: true });
console.log(target.dispatchEvent(new CustomEvent('x', { detail: 5, cancelable: true })));
console.log(target.dispatchEvent(new CustomEvent('x', { detail: 6 })));
const controller = new AbortController();
target.addEventListener('y', () => console.log('never'), { signal: controller.signal });
controller.abort();
target.dispatchEvent(new Event('y'));
