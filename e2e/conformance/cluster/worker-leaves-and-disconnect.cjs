const cluster = require('node:cluster');
if (cluster.isPrimary) {
  const made = cluster.Worker.call({}, { id: 5, state: 'none' });
  console.log(made instanceof cluster.Worker, made.id, made.state, made.exitedAfterDisconnect);
  const worker = cluster.fork({ ACTION: 'kill' });
  worker.on('disconnect', () => console.log('disconnect', worker.exitedAfterDisconnect));
  worker.on('exit', (code) => {
    console.log('exit', code, worker.exitedAfterDisconnect);
    cluster
      .fork({ ACTION: 'wait' })
      .on('online', () =>
        cluster.disconnect(() => console.log('all gone', Object.keys(cluster.workers))),
      );
  });
} else if (process.env.ACTION === 'kill') cluster.worker.kill();
