console.log((await import('./esm.js')).kind, (await import('./cjs.js')).default.kind);
console.log((await import('./typed.ts')).kind);
