/**
 * The script of the sandboxed frame's window: creates workers, and does nothing else, so that it
 * never blocks. Reader code never runs here: a window can navigate and open peer connections, which
 * a content-security policy does not stop; a worker cannot.
 */
import type { FromSpawner, ToSpawner } from '../../kernel/protocol.ts';
import type { FromFrame, ToFrame } from './frame-protocol.ts';

type MakeWorker = () => Worker;

interface Factory {
  of(source: string): MakeWorker;
  /** Each worker is an origin of its own, so their `BroadcastChannel`s go through this window. */
  relays: boolean;
}

const tell = (message: FromFrame): void => parent.postMessage(message, '*');

addEventListener('message', function onStart(event: MessageEvent<ToFrame>) {
  const [host] = event.ports;
  if (event.source !== parent || event.data.type !== 'start' || !host) return;
  removeEventListener('message', onStart);
  start(event.data, host).catch((error: unknown) =>
    tell({ type: 'failed', reason: String(error) }),
  );
});
tell({ type: 'loaded' });

async function start({ kernel, thread, spares }: ToFrame, host: MessagePort): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const factory = await chooseFactory();
  const makeThread = factory.of(thread);
  const kernelWorker = factory.of(kernel)();
  kernelWorker.onerror = (event) =>
    tell({ type: 'failed', reason: event.message || 'the kernel worker did not start' });
  kernelWorker.postMessage({ spares }, [host, port2]);
  serve(port1, makeThread, factory.relays);
}

function serve(kernelPort: MessagePort, makeThread: MakeWorker, relays: boolean): void {
  const workers = new Map<number, Worker>();
  // When Firefox collects a port that was handed on, it forgets what is on its way to and from the
  // new holder if that shares memory: a thread's `start` was lost. So they are kept.
  const handedOn = new Map<number, MessageChannel>();
  const answer = (message: FromSpawner, transfer: Transferable[] = []): void =>
    kernelPort.postMessage(message, transfer);
  const fail = (gid: number, reason: string): void => answer({ type: 'failed', gid, reason });
  const create = (gid: number): void => {
    let worker: Worker;
    try {
      worker = makeThread();
    } catch (error) {
      return fail(gid, String(error));
    }
    workers.set(gid, worker);
    worker.onerror = (event) => {
      event.preventDefault();
      fail(gid, event.message || 'the browser refused a worker');
    };
    if (relays) {
      worker.onmessage = ({ data }) => {
        for (const each of workers.values()) each.postMessage(data);
      };
    }
    const channel = new MessageChannel();
    handedOn.set(gid, channel);
    worker.postMessage(null, [channel.port1]);
    answer({ type: 'created', gid }, [channel.port2]);
  };
  kernelPort.onmessage = ({ data }: MessageEvent<ToSpawner>) => {
    switch (data.type) {
      case 'create':
        return create(data.gid);
      case 'terminate':
        workers.get(data.gid)?.terminate();
        workers.delete(data.gid);
        handedOn.delete(data.gid);
        return;
      default:
        throw new TypeError(`The kernel sent an unknown message: ${JSON.stringify(data)}`);
    }
  };
}

/** Blob workers where they work; WebKit refuses them under COEP, and takes `data:` workers. */
async function chooseFactory(): Promise<Factory> {
  const blobUrl = (source: string): string =>
    URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const url = blobUrl('postMessage(0)');
  const works = await new Promise<boolean>((resolve) => {
    const probe = new Worker(url);
    probe.onmessage = () => {
      probe.terminate();
      resolve(true);
    };
    probe.onerror = (event) => {
      event.preventDefault();
      resolve(false);
    };
  });
  URL.revokeObjectURL(url);
  if (!works) return { of: (source) => () => startByMessage(source), relays: true };
  const of = (source: string): MakeWorker => {
    const shared = blobUrl(source);
    return () => new Worker(shared);
  };
  return { of, relays: false };
}

/** A large source goes in by message: WebKit shows the whole of a `data:` URL in stack traces. */
function startByMessage(source: string): Worker {
  const loader = 'onmessage=e=>{onmessage=null;(0,eval)(e.data)}';
  const worker = new Worker(`data:text/javascript,${encodeURIComponent(loader)}`);
  worker.postMessage(source);
  return worker;
}
