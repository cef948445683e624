/** The part that holds `node:crypto`, whose tables and loops few programs need. */
export { createCrypto } from '../crypto.ts';
