// contract: any-order
// Two processes write to one output.
import cluster from 'node:cluster';

if (cluster.isPrimary) {
  cluster.on('fork', (w) => console.log('fork', w.id));
  cluster.on('online', (w) => console.log('online', w.id));
  cluster.on('disconnect', (w) => console.log('disconnect', w.id));
  cluster.on('exit', (w, c, s) => console.log('exit', w.id, c, s, w.exitedAfterDisconnect));
  cluster.on('message', (w, m) => console.log('message', w.id, m));
  cluster.on('setup', (s) => console.log('setup', Object.keys(s).join()));
  const w = cluster.fork({ X: '1' });
  console.log(Object.keys(cluster.workers), w.isConnected(), w.isDead(), w.constructor.name);
  w.on('online', () => console.log('w online'));
  w.on('message', (m) => {
    console.log('w message', m);
    w.send({ bye: 1 });
  });
  w.on('disconnect', () => console.log('w disconnect'));
  w.on('exit', (c, s) => console.log('w exit', c, s, w.isDead(), Object.keys(cluster.workers)));
} else {
  console.log('worker', cluster.isWorker, cluster.worker.id, process.env.X, cluster.isPrimary);
  process.on('message', (m) => {
    console.log('got', m);
    cluster.worker.disconnect();
  });
  process.send({ hi: cluster.worker.id });
}
