// What postMessageToThread refuses.
import { postMessageToThread, threadId } from 'node:worker_threads';

for (const id of [threadId, 4242]) {
  try {
    await postMessageToThread(id, 'x');
  } catch (error) {
    console.log(error.code, error.message);
  }
}
