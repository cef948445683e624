import { Readable } from 'node:stream';

for await (const chunk of Readable.toWeb(Readable.from(['a', 'b']))) console.log('web', chunk);
const web = new ReadableStream({
  start(controller) {
    controller.enqueue('1');
    controller.close();
  },
});
for await (const chunk of Readable.fromWeb(web as never)) console.log('node', String(chunk));
