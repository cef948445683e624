/** Counterparts of `queue`, `sched` and `contextvars`. The columns are explained in `parse.ts`. */

export const queue = `
Queue | partly | worker_threads.MessageChannel | A port delivers in order, without a bound and without blocking. A bounded queue is written over Atomics. | threads/producer-consumer
Queue.put | partly | worker_threads.MessagePort.postMessage | Never blocks and copies the value. | threads/producer-consumer
Queue.put_nowait | near | worker_threads.MessagePort.postMessage | A port is never full. |
Queue.get | partly | events.once | Await the event message. worker_threads.receiveMessageOnPort asks without waiting. | threads/producer-consumer
Queue.get_nowait | near | worker_threads.receiveMessageOnPort | Gives undefined when there is nothing; Python raises Empty. |
Queue.task_done | none | | Send a message back, or count with Atomics.sub. | threads/producer-consumer
Queue.join | none | | Wait until the count of open items is 0. | threads/producer-consumer
Queue.qsize | none | | A port does not say how much waits in it. |
Queue.empty | none | | A port does not say how much waits in it. |
Queue.full | none | | A port is never full. | threads/bounded-queue
Queue.shutdown | partly | worker_threads.MessagePort.close | Closing a port ends both ends; what was sent before is still delivered. | threads/poison-pill | since 3.13
LifoQueue | none | | An array with push and pop, within one thread. |
PriorityQueue | none | | JavaScript has no heap: write one, or sort an array. |
SimpleQueue | partly | worker_threads.MessageChannel | As Queue, without a bound in both languages. |
SimpleQueue.put | near | worker_threads.MessagePort.postMessage | Copies the value. |
SimpleQueue.put_nowait | near | worker_threads.MessagePort.postMessage | Copies the value. |
SimpleQueue.get | partly | events.once | Await the event message. |
SimpleQueue.get_nowait | near | worker_threads.receiveMessageOnPort | Gives undefined when there is nothing. |
SimpleQueue.empty | none | | A port does not say how much waits in it. |
SimpleQueue.qsize | none | | A port does not say how much waits in it. |
Empty | none | | worker_threads.receiveMessageOnPort gives undefined. |
Full | none | | A port is never full. | threads/bounded-queue
ShutDown | none | | The event close of a port. | threads/poison-pill | since 3.13
`;

export const sched = `
scheduler | partly | setTimeout | The event loop schedules; nothing has to be run by hand. |
scheduler.enter | near | setTimeout | Equal times run in the order of the calls; there is no priority. |
scheduler.enterabs | partly | setTimeout | Takes a delay, so subtract the present time. |
scheduler.cancel | same | clearTimeout | |
scheduler.empty | none | | Node does not list its timers. |
scheduler.run | none | | The event loop runs the callbacks by itself. |
scheduler.queue | none | | Node does not list its timers. |
`;

export const contextvars = `
ContextVar | near | async_hooks.AsyncLocalStorage | One storage holds one value for each flow of calls. | asyncio/contextvars
ContextVar.name | partly | async_hooks.AsyncLocalStorage | The option name of the constructor (Node 24). |
ContextVar.get | near | async_hooks.AsyncLocalStorage.getStore | Gives undefined, or the option defaultValue (Node 24), when nothing is set. | asyncio/contextvars
ContextVar.set | near | async_hooks.AsyncLocalStorage.run, async_hooks.AsyncLocalStorage.enterWith | run sets for a callback, enterWith for the rest of the flow. | asyncio/contextvars
ContextVar.reset | partly | async_hooks.AsyncLocalStorage.run | The former value is back when run returns. | asyncio/contextvars
Context | partly | async_hooks.AsyncLocalStorage.snapshot | A snapshot is a function that runs others in the context it was made in; it cannot be read as a mapping. |
Context.run | near | async_hooks.AsyncLocalStorage.snapshot | Call the snapshot with a function. |
Context.copy | none | | A snapshot cannot be changed, so it need not be copied. |
Context.get | none | | A snapshot cannot be read. |
Context.items | none | | A snapshot cannot be read. |
Context.keys | none | | A snapshot cannot be read. |
Context.values | none | | A snapshot cannot be read. |
Token | none | | run puts the former value back by itself. |
Token.var | none | | There is no token. |
Token.old_value | none | | There is no token. |
Token.MISSING | none | | There is no token. |
copy_context | near | async_hooks.AsyncLocalStorage.snapshot | Keeps the values of all storages. |
`;
