/** The Node whose behaviour the engine follows. */
export const NODE_VERSION = '24.21.0';
export const EXEC_PATH = '/usr/local/bin/node';
/** What a program finds there. A copy of it runs as Node does. */
export const EXEC_TEXT =
  '#!/usr/bin/env interleave\nThe embedded engine runs `node` itself: this file stands where Node would be.\n';
