'use strict';
const os = require('node:os');
for (const name of ['EOL', 'devNull']) {
  try {
    os[name] = 'other';
  } catch (error) {
    console.log(error.name, JSON.stringify(os[name]), Object.keys(os).includes(name));
  }
}
