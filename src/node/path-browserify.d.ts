declare module 'path-browserify' {
  const path: Record<string, unknown>;
  export default path;
}
