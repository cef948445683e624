/**
 * What can go wrong with a WebContainer, and what a reader can do. The client itself reports almost
 * none of it (its boot promise never rejects), so `boot.ts` and `trouble.ts` find out and say it.
 */
import { EngineError, type Recovery } from '../engine.ts';

interface Failure {
  says: string;
  remedy: string;
  recovery?: Recovery;
}

const failures = {
  NOT_ISOLATED: {
    says: 'This page is not cross-origin isolated, and a WebContainer shares memory between threads.',
    remedy:
      'The site must be served with the headers Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp.',
    recovery: 'reload',
  },
  UNSUPPORTED_BROWSER: {
    says: 'This browser lacks what a WebContainer needs.',
    remedy: 'A current Chrome or Edge has it; Firefox and Safari have most of it.',
    recovery: 'reload',
  },
  OFFLINE: {
    says: 'This device is offline, and a WebContainer comes from stackblitz.com.',
    remedy: 'Connect to the network and try again.',
  },
  CLIENT_UNREACHABLE: {
    says: 'This site’s own code for WebContainer could not be loaded.',
    remedy: 'Check the connection and try again, or reload the page.',
  },
  UNREACHABLE: {
    says: 'stackblitz.com cannot be reached from this page.',
    remedy:
      'Often a content blocker, a company’s filter or a VPN is in the way: allow stackblitz.com and try again.',
  },
  HTTP_ERROR: {
    says: 'stackblitz.com answered with an error.',
    remedy: 'The service may be down, or refuse this site’s key. Try again later.',
  },
  FRAME_REFUSED: {
    says: 'The browser refused the frame of stackblitz.com.',
    remedy:
      'The site’s Content-Security-Policy must have frame-src https://stackblitz.com; an extension may forbid it too.',
  },
  FRAME_SILENT: {
    says: 'stackblitz.com answers, but its frame has not started.',
    remedy:
      'Allow third-party cookies and storage for stackblitz.com, or turn off what blocks its scripts, and try again.',
  },
  STORAGE_OFF: {
    says: 'The browser keeps the frame of stackblitz.com from its storage.',
    remedy:
      'Allow third-party cookies and storage for stackblitz.com in the settings of the browser, and try again.',
  },
  WRONG_COEP: {
    says: 'The site is built for another Cross-Origin-Embedder-Policy than it is served with.',
    remedy: 'Build it with INTERLEAVE_COEP set to the value that the server sends.',
    recovery: 'reload',
  },
  SECOND_INSTANCE: {
    says: 'Another WebContainer runs in this page already.',
    remedy: 'Reload the page: a page can hold only one.',
    recovery: 'reload',
  },
  OUT_OF_MEMORY: {
    says: 'There was not enough memory for the WebContainer.',
    remedy: 'Close other tabs and reload the page.',
    recovery: 'reload',
  },
  START_TIMEOUT: {
    says: 'stackblitz.com began to start Node and did not finish.',
    remedy: 'Reload the page. On a slow connection it may need several attempts.',
    recovery: 'reload',
  },
  START_FAILED: {
    says: 'The WebContainer did not start.',
    remedy: 'Try again.',
  },
  REFUSED: {
    says: 'The WebContainer did not do what it was asked.',
    remedy: 'Try again.',
  },
  LOST: {
    says: 'The WebContainer no longer answers.',
    remedy: 'Reload the page. Your text is kept.',
    recovery: 'reload',
  },
  NOT_KILLED: {
    says: 'The program has not ended: a WebContainer cannot interrupt a busy loop.',
    remedy:
      'Reload the page to be rid of it; your text is kept. The embedded engine stops any loop.',
    recovery: 'reload',
  },
} as const satisfies Record<string, Failure>;

export type FailureName = keyof typeof failures;

/** @param detail what was found in this very case, such as an HTTP status */
export function failure(name: FailureName, detail = '', cause?: unknown): EngineError {
  const { says, remedy, recovery = 'retry' }: Failure = failures[name];
  const message = [says, detail, remedy].filter((part) => part !== '').join(' ');
  return new EngineError(`WEBCONTAINER_${name}`, message, { cause, recovery });
}

/** Tells apart what the client rejects with: it has messages, and no codes. */
export function failureOf(error: unknown, otherwise: FailureName): EngineError {
  if (error instanceof EngineError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return failure(nameOf(message) ?? otherwise, `It said: “${message}”.`, error);
}

/** What a message of the client or of its frame is about. */
export function nameOf(message: string): FailureName | undefined {
  if (/only a single webcontainer/i.test(message)) return 'SECOND_INSTANCE';
  if (/out of memory|allocation failed|could not allocate/i.test(message)) return 'OUT_OF_MEMORY';
  if (/cookie|storage|indexeddb|service ?worker|securityerror/i.test(message)) return 'STORAGE_OFF';
  return undefined;
}
