import {
  isMarkedAsUntransferable,
  MessageChannel,
  markAsUncloneable,
  markAsUntransferable,
} from 'node:worker_threads';

const { port1 } = new MessageChannel();
const attempt = (action) => {
  try {
    action();
    console.log('sent');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const buffer = new ArrayBuffer(4);
markAsUntransferable(buffer);
console.log(
  isMarkedAsUntransferable(buffer),
  isMarkedAsUntransferable({}),
  isMarkedAsUntransferable(1),
);
attempt(() => port1.postMessage(buffer, [buffer]));
attempt(() => port1.postMessage(buffer));
console.log(buffer.byteLength);
const secret = { a: 1 };
markAsUncloneable(secret);
attempt(() => port1.postMessage(secret));
attempt(() => port1.postMessage([{ deep: secret }]));
attempt(() => structuredClone(secret));
attempt(() => port1.postMessage(1, [port1]));
attempt(() => port1.postMessage(1, [5]));
attempt(() => port1.postMessage(() => {}));
port1.close();
