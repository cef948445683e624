console.log(await import('./thenable.mjs'));
