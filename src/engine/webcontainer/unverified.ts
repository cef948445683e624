/**
 * What this site says or does about WebContainer without ever having met the real service: it was
 * built without a network, against the real client and a double. Whoever follows the check-list of
 * the README against the service takes a line out here; the compatibility page shows the rest.
 */
export interface Unverified {
  what: string;
  /** What it rests on instead. */
  why: string;
}

export const unverified: readonly Unverified[] = [
  {
    what: 'That a program of a pair runs in the real service and prints what Node prints.',
    why: 'The real client is tested, but behind it stands a double that runs programs by the embedded engine.',
  },
  {
    what: 'Which Node is inside, and how it takes TypeScript.',
    why: 'It is asked at every start. Stripping by itself and our own stripping are tested, the latter on Node 24 with its own turned off; the flag of Node 22.6 to 22.17 is only passed.',
  },
  {
    what: 'How the frame of stackblitz.com behaves when third-party storage is off.',
    why: 'A warning that names storage, or a rejection that does, is recognised; a frame that only stays silent is told as that, with storage as the first remedy.',
  },
  {
    what: 'That its server answers a request for the frame’s address as it answers the frame.',
    why: 'Such a request is made only when the frame has said nothing for five seconds, to tell a blocked host from a silent one.',
  },
  {
    what: 'Whether its server lets other sites read its HTTP status.',
    why: 'Where it does not, an HTTP error is told as a frame that has not started.',
  },
  {
    what: 'That 30 s for the first answer and 90 s for the start of Node are enough.',
    why: 'Both are estimates from the reports of others.',
  },
  {
    what: 'The exit code after kill(), and whether output ends with the exit.',
    why: 'A killed program counts as 137 here, and output may follow the exit for half a second.',
  },
  {
    what: 'That a program which ignores kill() for five seconds is one that cannot be stopped.',
    why: 'Busy loops are known to be unkillable there (webcontainer-core issue 1121); the limit is ours.',
  },
  {
    what: 'That a frame taken out and put back answers the same client again.',
    why: 'It follows from the client’s source and is tested with the double.',
  },
  {
    what: 'The shell jsh and npm install.',
    why: 'The double follows a script of what they do.',
  },
  {
    what: 'That a key given as INTERLEAVE_WEBCONTAINER_CLIENT_ID is accepted for a site’s address.',
    why: 'The test sees only that the client sends it.',
  },
  {
    what: 'Firefox and Safari.',
    why: 'StackBlitz calls its support of them partial; the tests of this engine run in Chromium.',
  },
  {
    what: 'That stackblitz.com accepts the form of “Open in StackBlitz” as it is sent.',
    why: 'It follows their documentation; the tests see the request leave.',
  },
];
