/** Counterparts of `threading` and `_thread`. The columns are explained in `parse.ts`. */

export const threading = `
Thread | partly | worker_threads.Worker | A worker has an event loop and memory of its own; only what lies in a SharedArrayBuffer is shared. | threads/basic-thread
Thread.start | near | worker_threads.Worker | The constructor starts the thread; there is no separate step. | threads/basic-thread
Thread.run | partly | worker_threads.Worker | The file or URL given to the constructor is what runs. | threads/basic-thread
Thread.join | near | events.once | Await the event exit of the worker. Only the awaiting function pauses, not the thread. | threads/basic-thread
Thread.is_alive | none | | Keep the answer yourself: set a flag on the event exit. |
Thread.name | near | worker_threads.threadName | The option name of the constructor; threadName reads it (Node 24.6). | threads/thread-local
Thread.ident | near | worker_threads.Worker.threadId | A small number, given in the order of starting. |
Thread.native_id | none | | Node does not tell the system's number of a thread. |
Thread.daemon | near | worker_threads.Worker.unref | A worker that is not referenced does not keep the process alive. | threads/daemon
Thread.getName | near | worker_threads.threadName | Deprecated in Python since 3.10: read name. |
Thread.setName | partly | worker_threads.Worker | Deprecated in Python since 3.10. A worker's name is set once, in the constructor. |
Thread.isDaemon | none | | Deprecated in Python since 3.10: read daemon. |
Thread.setDaemon | near | worker_threads.Worker.unref | Deprecated in Python since 3.10: set daemon. |
Lock | partly | Atomics.compareExchange, Atomics.wait, worker_threads.locks | No class of Node's: a mutex over Atomics, or worker_threads.locks (Node 24.5, experimental). | threads/lock
Lock.acquire | partly | Atomics.compareExchange, Atomics.wait | Take the mutex, or sleep until it is free. | threads/lock
Lock.release | partly | Atomics.exchange, Atomics.notify | Any thread may release, in both languages. | threads/lock
Lock.locked | near | Atomics.load | Read the number of the mutex. |
RLock | partly | Atomics.compareExchange, Atomics.wait | No class of Node's: a mutex over Atomics that also keeps its owner and a count. | threads/rlock
RLock.acquire | partly | Atomics.compareExchange, Atomics.wait | Count up when the owner comes again. | threads/rlock
RLock.release | partly | Atomics.exchange, Atomics.notify | Count down; free at 0. | threads/rlock
RLock.locked | near | Atomics.load | Read the number of the mutex. | | since 3.14
Condition | partly | Atomics.wait, Atomics.notify | No class of Node's: a counter to wait on, beside a mutex. | threads/condition
Condition.acquire | partly | Atomics.compareExchange | The lock of the condition; see Lock. | threads/condition
Condition.release | partly | Atomics.notify | The lock of the condition; see Lock. | threads/condition
Condition.locked | none | | Read the number of the mutex with Atomics.load. | | since 3.14
Condition.wait | partly | Atomics.wait | Release the mutex, wait for the counter to change, take the mutex again. | threads/condition
Condition.wait_for | partly | Atomics.wait | The same in a loop that asks the predicate. | threads/condition
Condition.notify | near | Atomics.notify | The third argument says how many to wake. | threads/condition
Condition.notify_all | near | Atomics.notify | Without a count it wakes all. | threads/condition
Condition.notifyAll | near | Atomics.notify | Deprecated in Python since 3.10: notify_all. |
Semaphore | partly | Atomics.compareExchange, Atomics.wait | No class of Node's: a counter that is taken down with compareExchange. | threads/semaphore
Semaphore.acquire | partly | Atomics.compareExchange, Atomics.wait | Take one from the counter, or wait until there is one. | threads/semaphore
Semaphore.release | partly | Atomics.add, Atomics.notify | Give one back and wake one who waits. | threads/semaphore
BoundedSemaphore | partly | Atomics.compareExchange, Atomics.wait | As Semaphore, and check the bound when giving back. | threads/semaphore
BoundedSemaphore.acquire | partly | Atomics.compareExchange, Atomics.wait | As Semaphore.acquire. | threads/semaphore
BoundedSemaphore.release | partly | Atomics.compareExchange | Nothing checks the bound for you: throw when the counter would exceed it. |
Event | partly | Atomics.wait, Atomics.notify | One shared number, 0 or 1. Within one thread a promise does. | threads/event
Event.is_set | near | Atomics.load | Read the shared number. | threads/event
Event.isSet | near | Atomics.load | Deprecated in Python since 3.10: is_set. |
Event.set | near | Atomics.store, Atomics.notify | Store 1 and wake all. | threads/event
Event.clear | near | Atomics.store | Store 0. | threads/event
Event.wait | near | Atomics.wait | Returns at once when the number is no longer 0. | threads/event
Barrier | partly | Atomics.add, Atomics.wait | No class of Node's: count those who arrived, the last one wakes the others. | threads/barrier
Barrier.wait | partly | Atomics.add, Atomics.wait | Arrive, then wait for the number of the round to change. | threads/barrier
Barrier.reset | none | | Not part of a barrier over Atomics unless you write it. |
Barrier.abort | none | | Not part of a barrier over Atomics unless you write it. |
Barrier.parties | none | | Keep the number yourself. |
Barrier.n_waiting | partly | Atomics.load | Read the count of those who arrived. |
Barrier.broken | none | | Not part of a barrier over Atomics unless you write it. |
BrokenBarrierError | none | | Throw an error of your own. |
Timer | near | setTimeout | Runs on the same thread, in a later turn of the event loop. |
Timer.cancel | near | clearTimeout | Does nothing once the callback has begun, as in Python. |
local | partly | worker_threads.Worker | Every worker loads its modules anew, so each variable of a module is thread-local. For tasks of one thread: AsyncLocalStorage. | threads/thread-local
active_count | none | | Node does not list its workers: keep a list. |
current_thread | partly | worker_threads.threadId | There is no object for the thread one is in, only its number and its name. | threads/thread-local
enumerate | none | | Node does not list its workers: keep a list. |
main_thread | partly | worker_threads.isMainThread | Says whether this is the main thread; there is no object for it. |
get_ident | near | worker_threads.threadId | 0 in the main thread. |
get_native_id | none | | Node does not tell the system's number of a thread. |
excepthook | partly | worker_threads.Worker | The event error of a worker, in the thread that started it. Without a listener the process ends. |
ExceptHookArgs | none | | The event error passes the error itself. |
stack_size | partly | worker_threads.resourceLimits | The option resourceLimits.stackSizeMb, for each worker. |
settrace | none | | Tracing is the inspector's work in Node. |
gettrace | none | | Tracing is the inspector's work in Node. |
settrace_all_threads | none | | Tracing is the inspector's work in Node. | | since 3.12
setprofile | none | | Profiling is the inspector's work in Node. |
getprofile | none | | Profiling is the inspector's work in Node. |
setprofile_all_threads | none | | Profiling is the inspector's work in Node. | | since 3.12
ThreadError | none | | An old name of RuntimeError. |
TIMEOUT_MAX | none | | Atomics.wait takes Infinity. |
`;

export const lowLevelThread = `
start_new_thread | partly | worker_threads.Worker | Starts a file and not a function. |
start_new | partly | worker_threads.Worker | An old name of start_new_thread. |
start_joinable_thread | partly | worker_threads.Worker | Not documented in Python; threading uses it. | | since 3.13
daemon_threads_allowed | none | | Not documented in Python; threading uses it. | | since 3.12
allocate_lock | partly | Atomics.compareExchange | As threading.Lock. |
allocate | partly | Atomics.compareExchange | An old name of allocate_lock. |
lock | partly | Atomics.compareExchange | The class of threading.Lock. | | since 3.13
LockType | partly | Atomics.compareExchange | The class of threading.Lock. |
RLock | partly | Atomics.compareExchange | As threading.RLock. |
get_ident | near | worker_threads.threadId | As threading.get_ident. |
get_native_id | none | | As threading.get_native_id. |
interrupt_main | partly | process.kill | process.kill(process.pid, 'SIGINT') signals the whole process. |
exit | near | process.exit | In a worker, process.exit ends only that worker's thread. |
exit_thread | near | process.exit | An old name of exit. |
error | none | | An old name of RuntimeError. |
set_name | partly | worker_threads.Worker | Not documented in Python; threading uses it. A worker is named in its constructor. | | since 3.14
stack_size | partly | worker_threads.resourceLimits | As threading.stack_size. |
TIMEOUT_MAX | none | | As threading.TIMEOUT_MAX. |
`;
