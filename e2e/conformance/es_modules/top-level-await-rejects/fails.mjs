console.log('evaluated once');
await Promise.reject(new Error('no'));
