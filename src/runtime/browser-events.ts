/**
 * The worker's own `error` and rejection events, subscribed before a program can take them away and
 * handed to whoever runs the thread.
 */
export class BrowserEvents {
  onError: (error: unknown) => void = () => undefined;
  onRejection: (reason: unknown, promise: Promise<unknown>) => void = () => undefined;
  onRejectionHandled: (promise: Promise<unknown>) => void = () => undefined;

  constructor(scope: WorkerGlobalScope) {
    scope.addEventListener('error', (event) => {
      event.preventDefault();
      this.onError(event.error);
    });
    scope.addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      this.onRejection(event.reason, event.promise);
    });
    scope.addEventListener('rejectionhandled', (event) => this.onRejectionHandled(event.promise));
  }
}
