/** What both ends of the double agree on: the faults that it can show. */

/** How the double behaves; `works` is as the service does. */
export type Behaviour =
  | 'works'
  /** The frame loads and never says anything. */
  | 'silent'
  /** The frame warns that it has no storage, and says no more. */
  | 'no-storage'
  /** Node never starts. */
  | 'stuck'
  /** Node does not fit into memory. */
  | 'no-memory'
  /** `kill()` does nothing, as with a busy loop. */
  | 'no-kill'
  /** Its Node strips no types. */
  | 'no-types';
