// A module of a cycle that awaits is finished before its importer goes on.
import { order } from './a.mjs';

console.log(order.join(' '));
