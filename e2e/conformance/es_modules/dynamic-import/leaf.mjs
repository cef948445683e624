globalThis.evaluations = (globalThis.evaluations ?? 0) + 1;
export default globalThis.evaluations;
