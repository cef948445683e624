/**
 * What a page is called elsewhere: in other languages and libraries, in error messages, in jargon.
 * The page itself keeps to one word for one thing, so readers who bring another word need a way in.
 * By address, because `spokenWords` covers a whole facet and these mean one page.
 */
export const otherWords: Readonly<Record<string, string>> = {
  '/patterns/asyncio/as-completed/':
    'first finished result earliest winner race any fan-in wait FIRST_COMPLETED Promise.any',
  '/patterns/asyncio/blocking-the-loop/': 'debug hanging program event loop blocked lag',
  '/patterns/asyncio/cancellation/': 'abort interrupt CancellationToken context.Done',
  '/patterns/asyncio/contextvars/': 'MDC correlation id trace tracing logging',
  '/patterns/asyncio/gather/':
    'await multiple several promises wait group WhenAll join all fan-out',
  '/patterns/asyncio/graceful-shutdown/': 'kubernetes pod termination drain SIGINT systemd',
  '/patterns/asyncio/queue/': 'channel buffered backpressure worker job queue',
  '/patterns/asyncio/rate-limiter/': 'throttle throttling debounce debouncing quota leaky bucket',
  '/patterns/asyncio/retry-backoff/': 'thundering herd tenacity transient error reconnect',
  '/patterns/asyncio/semaphore/': 'p-limit p-map bulkhead memory leak of tasks simultaneous',
  '/patterns/asyncio/single-flight/': 'dogpile thundering herd deduplicate memoize async cache',
  '/patterns/asyncio/task-group/': 'nursery trio anyio errgroup wait group scope supervisor',
  '/patterns/asyncio/tasks/':
    'goroutine green thread fiber fire and forget garbage collected call async from sync run_until_complete notebook Jupyter',
  '/patterns/asyncio/to-thread/': 'run_in_executor wrap synchronous library offload',
  '/patterns/executors/as-completed/': 'first finished result fan-in CompletionService race',
  '/patterns/executors/map/': 'fan-out parallel for loop foreach map-reduce worker pool joblib',
  '/patterns/executors/process-pool/': 'joblib worker pool cluster map-reduce sub-interpreters',
  '/patterns/executors/submit/':
    'ExecutorService worker thread pool piscina threads pool size how many workers max_workers',
  '/patterns/processes/pipe/': 'socketpair two-way duplex',
  '/patterns/processes/queue/': 'actor model mailbox message passing IPC',
  '/patterns/processes/shared-values/': 'interprocess counter mmap',
  '/patterns/processes/terminate/': 'zombie orphan defunct reap signal',
  '/patterns/subprocesses/run/': 'shell stdout stderr Popen exec system backticks',
  '/patterns/threads/barrier/': 'countdown latch CountDownLatch cyclic rendezvous phaser phases',
  '/patterns/threads/bounded-queue/': 'channel buffered blocking backpressure ring buffer SPSC',
  '/patterns/threads/check-then-act/':
    'thread-safe dictionary dict cache bank account withdraw singleton lazy initialisation once double-checked locking TOCTOU time of check',
  '/patterns/threads/condition/':
    'monitor spurious wakeup condition variable wait notifyAll synchronized',
  '/patterns/threads/cpu-bound/': 'free threading nogil no-gil python3.14t parallel speed-up',
  '/patterns/threads/daemon/': 'KeyboardInterrupt background service atexit',
  '/patterns/threads/deadlock/': 'detection debug hanging program stack dump livelock ABBA',
  '/patterns/threads/event/': 'latch signal flag gate manual reset',
  '/patterns/threads/lock/': 'thread lock mutex spinlock volatile futex navigator.locks web locks',
  '/patterns/threads/lost-update/':
    'compare and swap CAS data race race condition bank account balance increments atomic',
  '/patterns/threads/pipeline/': 'channel fan-out fan-in stages stream postMessage MessagePort',
  '/patterns/threads/poison-pill/': 'sentinel end marker close channel done',
  '/patterns/threads/producer-consumer/':
    'fan-out fan-in worker job work queue channel thread-safe actor',
  '/patterns/threads/readers-writer/': 'RWLock rwmutex shared exclusive ReadWriteLock',
  '/patterns/threads/return-value/': 'postMessage callback thread result',
  '/patterns/threads/stop-event/':
    'periodic interval timer every second heartbeat interrupt cancel',
  '/guide/gil/': 'nogil no-gil free threading free-threaded sub-interpreters subinterpreters',
  '/guide/process-pools/': 'how many workers pool size max_workers number of processes',
  '/guide/threading/': 'how many workers pool size max_workers number of threads',
  '/names/#sched-scheduler': 'schedule a job later cron at delayed',
  '/guide/concurrency-and-parallelism/': 'difference multithreading multiprocessing asynchronous',
  '/glossary/#busy-waiting': 'spinlock spin polling',
  '/glossary/#back-pressure': 'backpressure flow control',
  '/glossary/#atomic': 'volatile compare and swap',
};
