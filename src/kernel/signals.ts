/** POSIX signal numbers, as Linux on x86-64 and arm64 has them (signal(7)). */
export const signalNumbers = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGWINCH: 28,
} as const;

export type Signal = keyof typeof signalNumbers;

/** Signals whose default action is to do nothing. */
export const ignoredByDefault: ReadonlySet<Signal> = new Set(['SIGCHLD', 'SIGCONT', 'SIGWINCH']);

export function isSignal(name: string): name is Signal {
  return Object.hasOwn(signalNumbers, name);
}
