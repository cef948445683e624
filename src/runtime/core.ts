/**
 * The modules of the thread's script that its parts use too, by path below `src`. The bundler fills
 * the table when it makes the script (`src/tools/engine-parts.ts`), since only it knows which.
 */
export const core: Readonly<Record<string, object>> = {};
