const path = require('node:path');

exports.summary = (stops) =>
  `${path.basename(__filename)}: ${stops.length} stops, ${stops.at(-1).km} km`;
