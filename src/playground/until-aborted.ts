/**
 * Waits for `promise` no longer than until `signal` aborts, and then rejects with its reason. What
 * the promise stands for goes on, because others may be waiting for it too.
 */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    // A race that is over from the beginning still hears of a failure of `promise`, which is no news.
    return await Promise.race([aborted.promise, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
