// A port cannot be sent twice, through itself, or without being in the list.
import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
const other = new MessageChannel();
const attempt = (action) => {
  try {
    action();
    console.log('sent');
  } catch (error) {
    console.log(error.name, error.code);
  }
};
attempt(() => port1.postMessage(port1, [port1]));
attempt(() => port1.postMessage(other.port1));
attempt(() => port1.postMessage(null, [other.port1, other.port1]));
attempt(() => port1.postMessage(null, [1]));
attempt(() => port1.postMessage(null, 7));
attempt(() => port1.postMessage(other.port1, [other.port1]));
port1.close();
port2.close();
other.port2.close();
