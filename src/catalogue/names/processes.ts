/** Counterparts of `multiprocessing` and `subprocess`. The columns are explained in `parse.ts`. */

export const multiprocessing = `
Process | partly | child_process.fork | Starts a file and not a function; what it needs goes in argv or in a message. | processes/basic-process
Process.start | near | child_process.fork | The call starts the process; there is no separate step. | processes/basic-process
Process.run | partly | child_process.fork | The file given to fork is what runs. | processes/basic-process
Process.join | near | events.once | Await the event exit. | processes/basic-process
Process.is_alive | near | child_process.ChildProcess.exitCode | Alive while exitCode and signalCode are both null. |
Process.terminate | same | child_process.ChildProcess.kill | Sends SIGTERM when no signal is named. | processes/terminate
Process.kill | same | child_process.ChildProcess.kill | kill('SIGKILL'). | processes/terminate
Process.interrupt | same | child_process.ChildProcess.kill | kill('SIGINT'). | | since 3.14
Process.close | none | | Node releases what belongs to a child that has ended. |
Process.name | none | | Pass a name in argv. |
Process.daemon | none | | A child outlives its parent unless it leaves on the event disconnect, or the parent stops it. |
Process.exitcode | near | child_process.ChildProcess.exitCode | A signal is in signalCode; Python gives it as a negative number. | processes/basic-process
Process.ident | same | child_process.ChildProcess.pid | |
Process.pid | same | child_process.ChildProcess.pid | |
Process.sentinel | partly | events.once | A promise of the event exit can be raced with others. |
Process.authkey | none | | Node's channel is between parent and child only, and has no key. |
Queue | partly | child_process.ChildProcess.send | A channel joins one parent and one child; a queue for several is the parent's work. | processes/queue
Queue.put | near | child_process.ChildProcess.send | From the child: process.send. | processes/queue
Queue.put_nowait | near | child_process.ChildProcess.send | send gives false when too much waits to be sent. |
Queue.get | near | events.once | Await the event message. | processes/queue
Queue.get_nowait | none | | Messages arrive as events; there is no way to ask for one. |
Queue.qsize | none | | The channel does not say how much waits in it. |
Queue.empty | none | | The channel does not say how much waits in it. |
Queue.full | none | | The channel has no bound. |
Queue.close | near | child_process.ChildProcess.disconnect | Closes the channel for both. | processes/queue
Queue.join_thread | none | | There is no feeder thread to wait for. |
Queue.cancel_join_thread | none | | There is no feeder thread to wait for. |
JoinableQueue | partly | child_process.ChildProcess.send | The receiver sends an answer for each item. |
JoinableQueue.task_done | partly | process.send | Send an answer and count the answers. |
JoinableQueue.join | none | | Wait until as many answers came as items were sent. |
SimpleQueue | partly | child_process.ChildProcess.send | As Queue. |
SimpleQueue.put | near | child_process.ChildProcess.send | |
SimpleQueue.get | near | events.once | Await the event message. |
SimpleQueue.empty | none | | The channel does not say how much waits in it. |
SimpleQueue.close | near | child_process.ChildProcess.disconnect | Closes the channel for both. |
Pipe | near | child_process.fork | fork makes a channel with two ends. | processes/pipe
Pool | none | | Node has no pool of processes: keep a few children and hand out work by message. | processes/pool
Pool.apply | none | | Send a message and await the answer. |
Pool.apply_async | partly | Promise | A promise that the answer's message settles. | processes/pool
Pool.map | partly | Promise.all | Hand out the items, collect the answers in order. | processes/pool
Pool.map_async | partly | Promise.all | The promise itself, not awaited. |
Pool.imap | partly | for await...of | An async generator over the answers in order. |
Pool.imap_unordered | partly | for await...of | An async generator over the answers as they come. |
Pool.starmap | partly | Promise.all | As map, with spread arguments. |
Pool.starmap_async | partly | Promise.all | The promise itself, not awaited. |
Pool.close | partly | child_process.ChildProcess.disconnect | The children end when nothing keeps them alive. | processes/pool
Pool.terminate | near | child_process.ChildProcess.kill | For each child. |
Pool.join | partly | Promise.all | Await the event exit of every child. | processes/pool
Manager | none | | Keep the data in one process and ask it by message. |
Value | partly | SharedArrayBuffer, Atomics | Threads only: Node shares no memory between processes. | processes/shared-values
Array | partly | SharedArrayBuffer, Int32Array | Threads only: Node shares no memory between processes. | processes/shared-values
RawValue | partly | SharedArrayBuffer | Threads only: Node shares no memory between processes. |
RawArray | partly | SharedArrayBuffer | Threads only: Node shares no memory between processes. |
Lock | none | | Between processes: let one process decide, by message. Between threads: see threading.Lock. |
RLock | none | | As Lock. |
Semaphore | none | | As Lock. |
BoundedSemaphore | none | | As Lock. |
Condition | none | | As Lock. |
Event | partly | child_process.ChildProcess.send | A message to every child. |
Barrier | none | | Children report to the parent, which answers all when the last has come. |
active_children | none | | Node does not list its children: keep a list. |
current_process | partly | process.pid | There is no object for the process one is in, but process itself. |
parent_process | partly | process.ppid | The number of the parent. |
cpu_count | near | os.availableParallelism | Python counts all CPUs; os.availableParallelism counts what the process may use. |
freeze_support | none | | For frozen executables on Windows. |
get_all_start_methods | none | | Node always starts a fresh process. | processes/start-methods
get_start_method | none | | Node always starts a fresh process, as spawn does. | processes/start-methods
set_start_method | none | | Node always starts a fresh process. | processes/start-methods
get_context | none | | Node always starts a fresh process. | processes/start-methods
set_executable | near | child_process.fork | The option execPath. |
set_forkserver_preload | none | | There is no fork server. |
get_logger | none | | Log with a stream of your own. |
log_to_stderr | none | | The variable NODE_DEBUG=child_process makes Node log what it does. |
allow_connection_pickling | none | | A no-op in Python, too. |
reducer | none | | The option serialization of fork chooses between json and advanced. | processes/pickling
ProcessError | none | | A plain Error with a code. |
BufferTooShort | none | | Messages have their own length. |
AuthenticationError | none | | The channel has no key. |
TimeoutError | near | AbortSignal.timeout | The reason of the signal is a DOMException called TimeoutError. |
`;

export const sharedMemory = `
SharedMemory | partly | SharedArrayBuffer | Threads only: it goes to workers by message; other processes cannot open it. | processes/shared-memory-block
SharedMemory.buf | near | Uint8Array | A typed array over the buffer. |
SharedMemory.name | none | | A SharedArrayBuffer is passed on and not found by a name. |
SharedMemory.size | near | SharedArrayBuffer.byteLength | Python may give more than was asked for. |
SharedMemory.close | none | | The garbage collector frees it. |
SharedMemory.unlink | none | | The garbage collector frees it. |
ShareableList | none | | Lay numbers out in a typed array, text as bytes. |
ShareableList.count | near | Int32Array | Count over a typed array. |
ShareableList.index | near | Int32Array.indexOf | |
ShareableList.format | none | | A typed array has one type for all. |
`;

export const subprocess = `
run | near | child_process.spawnSync | Blocks, as in Python. child_process.execFile does not and is nearly always better in Node. | subprocesses/run
Popen | near | child_process.spawn | |
Popen.poll | near | child_process.ChildProcess.exitCode | null while it runs. |
Popen.wait | near | events.once | Await the event exit. |
Popen.communicate | partly | child_process.execFile | Collects what the child prints. |
Popen.send_signal | same | child_process.ChildProcess.kill | |
Popen.terminate | same | child_process.ChildProcess.kill | Sends SIGTERM when no signal is named. |
Popen.kill | same | child_process.ChildProcess.kill | kill('SIGKILL'). |
Popen.universal_newlines | partly | child_process.spawn | Set the encoding of the stream. |
call | near | child_process.spawnSync | The field status. |
check_call | near | child_process.execFileSync | Throws when the code is not 0. |
check_output | same | child_process.execFileSync | Throws when the code is not 0. |
getoutput | near | child_process.execSync | Runs a shell. |
getstatusoutput | partly | child_process.spawnSync | With the option shell; the fields status and stdout. |
CompletedProcess | near | child_process.spawnSync | The object that spawnSync gives: status, stdout, stderr. | subprocesses/run
CompletedProcess.check_returncode | none | | Compare status with 0. |
CalledProcessError | near | child_process.execFile | The error carries code, stdout and stderr. | subprocesses/run
CalledProcessError.stdout | same | child_process.execFile | The field stdout of the error. |
SubprocessError | none | | A plain Error with a code. |
TimeoutExpired | partly | child_process.execFile | The option timeout kills the child; the error then has killed true. |
TimeoutExpired.stdout | near | child_process.execFile | The field stdout of the error. |
PIPE | same | child_process.spawn | The option stdio: 'pipe', which is the default. |
DEVNULL | same | child_process.spawn | The option stdio: 'ignore'. |
STDOUT | none | | Give both streams the same place: stdio: ['pipe', fd, fd]. |
`;
