export default function () {}
export const arrow = () => {};
export class Klass {}

import * as self from './function-names.mjs';

console.log(self.default.name, self.arrow.name, self.Klass.name, Object.keys(self));
console.log((0, self.arrow).name, class {}.name, (() => {}).name);
