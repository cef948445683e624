/** What `src/tools/engine-scripts.ts` makes of an import with a query. */
declare module '*?script-url' {
  /** Address of the module, bundled as a classic script. */
  const url: string;
  export default url;
}
declare module '*?expression-url' {
  /** Address of the module, bundled as an expression whose value is its exports. */
  const url: string;
  export default url;
}
declare module '*?script-text' {
  /** The module, bundled as a classic script. */
  const text: string;
  export default text;
}
