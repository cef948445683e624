const { summary } = require('./summary.js');
const { stops } = require('#route');

// CommonJS: require() loads on the spot. An ES module comes by import().
console.log(summary(stops));
import('./loop.mjs').then(({ longest }) => {
  console.log(`longest leg: ${longest(stops)} km`);
});
