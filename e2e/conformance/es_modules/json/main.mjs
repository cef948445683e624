import * as namespace from './data.json' with { type: 'json' };
import data from './data.json' with { type: 'json' };

console.log(data, Object.keys(namespace), namespace.default === data);
for (const attempt of [
  () => import('./data.json'),
  () => import('./broken.json', { with: { type: 'json' } }),
  () => import('./data.json', { with: { type: 'css' } }),
  () => import('./main.mjs', { with: { type: 'json' } }),
]) {
  const error = await attempt().catch((reason) => reason);
  console.log(error.name, error.code);
}
