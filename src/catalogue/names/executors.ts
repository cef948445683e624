/** Counterparts of `concurrent.futures`. The columns are explained in `parse.ts`. */

export const futures = `
Executor | none | | Node has no interface for pools. |
Executor.submit | partly | Promise | A promise that the worker's answer settles. | executors/submit
Executor.map | partly | Promise.all | Results in the order of the input. | executors/map
Executor.shutdown | partly | worker_threads.Worker.terminate | Ask each worker to close its port, or stop it at once. |
ThreadPoolExecutor | none | | For I/O no pool is needed: start the promises. For computing keep a few workers. | executors/submit
ProcessPoolExecutor | none | | Keep a few children, or a few workers: workers compute in parallel in Node. | executors/process-pool
ProcessPoolExecutor.kill_workers | near | child_process.ChildProcess.kill | kill('SIGKILL') for each child. | executors/cancelling | since 3.14
ProcessPoolExecutor.terminate_workers | near | child_process.ChildProcess.kill | For each child. | executors/cancelling | since 3.14
InterpreterPoolExecutor | partly | worker_threads.Worker | A worker is what comes nearest to an interpreter of its own in one process. | executors/process-pool | since 3.14
Future | partly | Promise | A promise cannot be asked nor cancelled; it can only be awaited. | executors/submit
Future.result | near | await | Waits without blocking the thread; throws what the work threw. | executors/submit
Future.exception | partly | Promise.allSettled | The field reason of a rejected one. | executors/exceptions
Future.done | none | | A promise does not say whether it is settled: set a flag in then. |
Future.running | none | | A promise does not say. |
Future.cancel | partly | AbortController | Pass a signal to the work, which has to heed it. | executors/cancelling
Future.cancelled | partly | AbortSignal.aborted | The signal knows; the promise does not. | executors/cancelling
Future.add_done_callback | near | Promise.then | Runs in a later microtask. |
Future.set_result | near | Promise.withResolvers | Call resolve. |
Future.set_exception | near | Promise.withResolvers | Call reject. |
Future.set_running_or_notify_cancel | none | | For those who write executors. |
as_completed | partly | Promise.race | No function of JavaScript's: an async generator that races what is left. | executors/as-completed
wait | near | Promise.allSettled | Promise.race for FIRST_COMPLETED, Promise.all to stop at the first error. |
FIRST_COMPLETED | near | Promise.race | |
FIRST_EXCEPTION | near | Promise.all | Rejects at the first error; the others go on. |
ALL_COMPLETED | same | Promise.allSettled | |
CancelledError | near | DOMException | The reason of a signal that was aborted is a DOMException called AbortError. | executors/cancelling
TimeoutError | near | AbortSignal.timeout | The reason of the signal is a DOMException called TimeoutError. |
BrokenExecutor | none | | The event exit of a worker that nobody asked to end. | executors/process-pool
InvalidStateError | none | | Settling a promise twice does nothing and throws nothing. |
`;
