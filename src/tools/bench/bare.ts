/// <reference lib="dom" />
/**
 * The same measurements on bare workers of the browser, without the engine: what the engine's
 * figures are compared with. Each function is sent to a page as text, so it stands alone.
 */

type Measure = () => Promise<number[]>;

async function threadStart(): Promise<number[]> {
  const url = URL.createObjectURL(new Blob(['postMessage("up")']));
  const times: number[] = [];
  for (let round = 0; round < 12; round++) {
    const begin = performance.now();
    const worker = new Worker(url);
    await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
    times.push(performance.now() - begin);
    worker.terminate();
  }
  return times;
}

async function roundTrip(): Promise<number[]> {
  // Measured between two workers, as the engine's is: a page's own thread is slower to answer.
  const source = `
    const echo = new Worker(URL.createObjectURL(new Blob(['onmessage=e=>postMessage(e.data)'])));
    const go = async () => {
      const times = [];
      await new Promise((resolve) => { echo.onmessage = resolve; echo.postMessage(0); });
      for (let round = 0; round < 7; round++) {
        const begin = performance.now();
        await new Promise((resolve) => {
          let left = 1000;
          const next = () => left-- > 0 ? echo.postMessage(left) : resolve();
          echo.onmessage = next;
          next();
        });
        times.push(performance.now() - begin);
      }
      postMessage(times);
    };
    go();`;
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  const { data } = await new Promise<MessageEvent<number[]>>((resolve) => {
    worker.onmessage = resolve;
  });
  worker.terminate();
  return data;
}

async function burst(): Promise<number[]> {
  // Over bare ports, as the engine's threads talk: a worker's own channel is a shorter way.
  const source = `
    const sink = new Worker(URL.createObjectURL(new Blob([
      'let n=0;onmessage=({ports:[port]})=>{port.onmessage=()=>{if(++n%20000===0)port.postMessage(0)}}'])));
    const { port1, port2 } = new MessageChannel();
    sink.postMessage(0, [port2]);
    const go = async () => {
      const times = [];
      for (let round = 0; round < 5; round++) {
        const begin = performance.now();
        const done = new Promise((resolve) => { port1.onmessage = resolve; });
        for (let sent = 0; sent < 20000; sent++) port1.postMessage(sent);
        await done;
        times.push(performance.now() - begin);
      }
      postMessage(times);
    };
    go();`;
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  const { data } = await new Promise<MessageEvent<number[]>>((resolve) => {
    worker.onmessage = resolve;
  });
  worker.terminate();
  return data;
}

async function speedUp(): Promise<number[]> {
  const source = `onmessage = () => {
    let sum = 0;
    for (let n = 1; n < 60000000; n++) sum = (sum + n * n) % 1000003;
    postMessage(sum);
  }`;
  const url = URL.createObjectURL(new Blob([source]));
  const workers = [new Worker(url), new Worker(url)];
  const time = async (count: number): Promise<number> => {
    const begin = performance.now();
    await Promise.all(
      workers.slice(0, count).map((worker) => {
        worker.postMessage('go');
        return new Promise((resolve) =>
          worker.addEventListener('message', resolve, { once: true }),
        );
      }),
    );
    return performance.now() - begin;
  };
  const times: number[] = [];
  for (let round = 0; round < 4; round++) times.push(await time(1), await time(2));
  for (const worker of workers) worker.terminate();
  return times;
}

/** By the name of the program that does the same with the engine. */
export const bareMeasures: Readonly<Record<string, Measure>> = {
  'thread-start': threadStart,
  'round-trip': roundTrip,
  burst,
  'speed-up': speedUp,
};

/** Runs a program that needs nothing but the language in a bare worker; it prints its times. */
export async function runBare(source: string): Promise<number[]> {
  const body = `const console={log:(text)=>postMessage(text)};(async()=>{${source}})();`;
  const worker = new Worker(URL.createObjectURL(new Blob([body])));
  const { data } = await new Promise<MessageEvent<string>>((resolve) => {
    worker.onmessage = resolve;
  });
  worker.terminate();
  return JSON.parse(data) as number[];
}
