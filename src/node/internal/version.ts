/** The Node whose behaviour the engine follows. */
export const NODE_VERSION = '24.21.0';
export const EXEC_PATH = '/usr/local/bin/node';
