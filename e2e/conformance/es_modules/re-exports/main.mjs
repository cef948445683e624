import renamed, { space, 'a string' as stringName, x as y } from './hub.mjs';

console.log(renamed, y, stringName, Object.keys(space), space.default);
