/** Counterparts of `asyncio`. The columns are explained in `parse.ts`. */

export const asyncio = `
run | near | await | The event loop always runs: await at the top level of a module is enough. | asyncio/tasks
Runner | none | | The event loop always runs. |
Runner.run | near | await | |
Runner.close | none | | The process ends when nothing is left to do. |
Runner.get_loop | none | | The event loop is no object. |
create_task | near | async function | Calling an async function starts it at once, up to its first await; a task starts in a later turn. | asyncio/tasks
Task | partly | Promise | A promise has no name, cannot be cancelled and cannot be asked. | asyncio/tasks
Task.cancel | partly | AbortController.abort | Pass a signal to the work, which has to heed it. | asyncio/cancellation
Task.cancelled | partly | AbortSignal.aborted | The signal knows; the promise does not. | asyncio/cancellation
Task.cancelling | none | | A signal is aborted or it is not; there is no count. |
Task.uncancel | none | | A signal that is aborted stays so. |
Task.result | near | await | |
Task.exception | partly | Promise.allSettled | The field reason of a rejected one. | asyncio/gather-exceptions
Task.done | none | | A promise does not say whether it is settled. |
Task.add_done_callback | near | Promise.then | |
Task.remove_done_callback | none | | A then cannot be taken back. |
Task.get_name | none | | A promise has no name. |
Task.set_name | none | | A promise has no name. |
Task.get_coro | none | | An async function that runs cannot be reached. |
Task.get_context | partly | async_hooks.AsyncLocalStorage.snapshot | Taken where the work starts. | | since 3.12
Task.get_loop | none | | The event loop is no object. |
Task.get_stack | partly | Error | The stack of an error goes back over awaits, within limits. |
Task.print_stack | partly | Error | As get_stack. |
Task.set_result | none | | A task settles by itself. |
Task.set_exception | none | | A task settles by itself. |
TaskGroup | partly | Promise.all, AbortController | Promise.all rejects at the first error and leaves the others running: abort them with a signal. | asyncio/task-group | since 3.11
TaskGroup.create_task | partly | async function | Call the function and keep the promise in a list. | asyncio/task-group
gather | near | Promise.all | With return_exceptions: Promise.allSettled. Python's cancels the rest when gather itself is cancelled. | asyncio/gather
wait | near | Promise.allSettled | Promise.race for FIRST_COMPLETED. | asyncio/graceful-shutdown
wait_for | near | AbortSignal.timeout | The signal only tells: the work has to heed it. | asyncio/timeout
as_completed | partly | Promise.race | No function of JavaScript's: an async generator that races what is left. | asyncio/as-completed
timeout | near | AbortSignal.timeout | The work has to heed the signal. | asyncio/timeout
timeout_at | partly | AbortSignal.timeout | Takes a delay, so subtract the present time. |
Timeout | partly | AbortSignal | |
Timeout.reschedule | none | | The time of a signal cannot be moved: use an AbortController and setTimeout. |
Timeout.when | none | | A signal does not say when. |
Timeout.expired | near | AbortSignal.aborted | |
shield | none | | Work is not cancelled unless it has a signal: do not pass it on. | asyncio/shield
sleep | near | timers/promises.setTimeout | Takes milliseconds, and a signal to end it early. | asyncio/sequential-vs-concurrent
to_thread | partly | worker_threads.Worker | A worker runs a file. Node's own I/O never blocks the loop, so it is needed for computing only. | asyncio/to-thread
run_coroutine_threadsafe | partly | worker_threads.MessagePort.postMessage | Send a message to the thread that has the loop. |
current_task | partly | async_hooks.AsyncLocalStorage.getStore | No object for the present task, but a value that follows it. |
all_tasks | none | | Node does not list its promises. |
eager_task_factory | near | async function | In JavaScript every async function starts eagerly. | asyncio/tasks | since 3.12
create_eager_task_factory | near | async function | In JavaScript every async function starts eagerly. | | since 3.12
ensure_future | near | Promise.resolve | Gives a promise as it is. |
wrap_future | none | | There is only one kind of promise. |
iscoroutine | none | | An async function gives a promise; there is no coroutine object. |
iscoroutinefunction | partly | Function | A function whose constructor is that of an async function. Deprecated in Python since 3.14: inspect.iscoroutinefunction. |
isfuture | partly | Promise | value instanceof Promise. |
Future | near | Promise.withResolvers | Gives the promise with its resolve and reject. |
Future.result | near | await | |
Future.exception | partly | Promise.allSettled | The field reason of a rejected one. |
Future.done | none | | A promise does not say whether it is settled. |
Future.cancel | partly | AbortController.abort | |
Future.cancelled | partly | AbortSignal.aborted | |
Future.set_result | near | Promise.withResolvers | Call resolve. |
Future.set_exception | near | Promise.withResolvers | Call reject. |
Future.add_done_callback | near | Promise.then | |
Future.remove_done_callback | none | | A then cannot be taken back. |
Future.get_loop | none | | The event loop is no object. |
Lock | partly | Promise | Needed only across an await: a chain of promises does. navigator.locks (Node 24.5) does it by name. |
Lock.acquire | partly | navigator.locks.request | The callback runs while the lock is held. |
Lock.release | partly | navigator.locks.request | Released when the callback's promise settles. |
Lock.locked | partly | navigator.locks.query | |
Event | near | Promise.withResolvers | A promise, once; for events that can be cleared make a new one. |
Event.set | near | Promise.withResolvers | Call resolve. |
Event.clear | partly | Promise.withResolvers | Make a new promise. |
Event.is_set | none | | Keep a flag. |
Event.wait | near | await | |
Condition | none | | Await a promise that the one who changes the state resolves. |
Condition.acquire | none | | See Lock. |
Condition.release | none | | See Lock. |
Condition.locked | none | | See Lock. |
Condition.wait | partly | Promise.withResolvers | |
Condition.wait_for | partly | Promise.withResolvers | In a loop that asks the predicate. |
Condition.notify | partly | Promise.withResolvers | Resolve the promise of one who waits. |
Condition.notify_all | partly | Promise.withResolvers | Resolve the promises of all who wait. |
Semaphore | none | | A counter and a list of promises that wait: about fifteen lines. | asyncio/semaphore
Semaphore.acquire | partly | Promise.withResolvers | | asyncio/semaphore
Semaphore.release | partly | Promise.withResolvers | Resolve the promise of the first who waits. | asyncio/semaphore
Semaphore.locked | none | | Read the counter. |
BoundedSemaphore | none | | As Semaphore, and check the bound. | asyncio/semaphore
Barrier | none | | Count those who arrived; the last one resolves a promise. |
Barrier.wait | partly | Promise.withResolvers | |
Barrier.abort | none | | Not part of it unless you write it. |
Barrier.reset | none | | Not part of it unless you write it. |
Barrier.parties | none | | Keep the number yourself. |
Barrier.n_waiting | none | | Keep the number yourself. |
Barrier.broken | none | | Not part of it unless you write it. |
BrokenBarrierError | none | | Throw an error of your own. |
Queue | partly | events.on, ReadableStream | An array and promises that wait; or a stream, which has back-pressure built in. | asyncio/queue
Queue.put | partly | Promise.withResolvers | Wait while it is full. | asyncio/queue
Queue.put_nowait | near | Array.push | |
Queue.get | partly | Promise.withResolvers | Wait while it is empty. | asyncio/queue
Queue.get_nowait | near | Array.shift | |
Queue.task_done | none | | Count the open items. | asyncio/queue
Queue.join | none | | A promise that resolves when the count is 0. | asyncio/queue
Queue.qsize | near | Array.length | |
Queue.empty | near | Array.length | |
Queue.full | near | Array.length | Compare with the bound. |
Queue.maxsize | none | | Keep the bound yourself. |
Queue.shutdown | partly | AbortController.abort | Those who wait have to heed the signal. | asyncio/queue | since 3.13
LifoQueue | partly | Array.pop | An array with push and pop. |
PriorityQueue | none | | JavaScript has no heap: write one, or sort an array. |
QueueEmpty | none | | Array.shift gives undefined. |
QueueFull | none | | An array is never full. |
QueueShutDown | none | | Throw an error of your own. | | since 3.13
CancelledError | near | DOMException | The reason of a signal that was aborted is a DOMException called AbortError. | asyncio/cancellation
TimeoutError | near | DOMException | The reason of AbortSignal.timeout is a DOMException called TimeoutError. | asyncio/timeout
InvalidStateError | none | | Settling a promise twice does nothing and throws nothing. |
IncompleteReadError | none | | The event end comes before the bytes. |
LimitOverrunError | none | | The reader counts by itself. |
SendfileNotAvailableError | none | | Node has no sendfile. |
FIRST_COMPLETED | near | Promise.race | |
FIRST_EXCEPTION | near | Promise.all | Rejects at the first error; the others go on. |
ALL_COMPLETED | same | Promise.allSettled | |
get_running_loop | none | | The event loop is no object. |
get_event_loop | none | | The event loop is no object. Since 3.14 Python raises RuntimeError when there is none. |
new_event_loop | partly | worker_threads.Worker | One loop for each thread: a new worker has a new loop. |
set_event_loop | none | | The event loop is no object. |
AbstractEventLoop | none | | The event loop is no object; its calls are functions such as setTimeout and queueMicrotask. |
BaseEventLoop | none | | The event loop is no object. |
SelectorEventLoop | none | | Node has one kind of loop, libuv's. |
EventLoop | none | | Node has one kind of loop, libuv's. | | since 3.13
AbstractServer | near | net.createServer | |
Server | near | net.createServer | |
Handle | near | setImmediate | The object that setImmediate gives. |
Handle.cancel | same | clearImmediate | |
Handle.cancelled | none | | The object does not say. |
Handle.get_context | none | | The object does not say. | | since 3.12
TimerHandle | near | setTimeout | The object that setTimeout gives. |
TimerHandle.cancel | same | clearTimeout | |
TimerHandle.when | none | | The object does not say. |
open_connection | near | net.createConnection | |
open_unix_connection | near | net.createConnection | The option path. |
start_server | near | net.createServer | |
start_unix_server | near | net.createServer | Listen on a path. |
StreamReader | near | stream.Readable | |
StreamWriter | near | stream.Writable | |
StreamReaderProtocol | none | | A socket is a stream. |
create_subprocess_exec | near | child_process.spawn | |
create_subprocess_shell | near | child_process.exec | |
BaseProtocol | none | | A socket is an emitter of events. |
Protocol | partly | events.EventEmitter | The events data, end and close. |
BufferedProtocol | none | | The option onread of a socket is what comes nearest. |
DatagramProtocol | partly | events.EventEmitter | The event message of a socket of node:dgram. |
SubprocessProtocol | partly | child_process.ChildProcess | The events of the child. |
BaseTransport | none | | A socket is a stream. |
ReadTransport | near | stream.Readable | |
WriteTransport | near | stream.Writable | |
Transport | partly | net.createConnection | A socket is a stream in both directions. |
DatagramTransport | none | | A socket of node:dgram. |
SubprocessTransport | near | child_process.ChildProcess | |
AbstractEventLoopPolicy | none | | Deprecated in Python since 3.14. |
DefaultEventLoopPolicy | none | | Deprecated in Python since 3.14. |
get_event_loop_policy | none | | Deprecated in Python since 3.14. |
set_event_loop_policy | none | | Deprecated in Python since 3.14. |
AbstractChildWatcher | none | | Node watches its children by itself. | | until 3.13
FastChildWatcher | none | | Node watches its children by itself. | | until 3.13
MultiLoopChildWatcher | none | | Node watches its children by itself. | | until 3.13
PidfdChildWatcher | none | | Node watches its children by itself. | | until 3.13
SafeChildWatcher | none | | Node watches its children by itself. | | until 3.13
ThreadedChildWatcher | none | | Node watches its children by itself. | | until 3.13
get_child_watcher | none | | Node watches its children by itself. | | until 3.13
set_child_watcher | none | | Node watches its children by itself. | | until 3.13
FrameCallGraphEntry | none | | Node has no graph of what awaits what. | | since 3.14
FutureCallGraph | none | | Node has no graph of what awaits what. | | since 3.14
capture_call_graph | none | | Node has no graph of what awaits what. | | since 3.14
format_call_graph | none | | Node has no graph of what awaits what. | | since 3.14
print_call_graph | none | | Node has no graph of what awaits what. | | since 3.14
future_add_to_awaited_by | none | | For those who write event loops. | | since 3.14
future_discard_from_awaited_by | none | | For those who write event loops. | | since 3.14
`;
