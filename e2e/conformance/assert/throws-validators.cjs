const assert = require('assert');
const boom = () => {
  throw Object.assign(new TypeError('boom 42'), { code: 'E_BOOM' });
};
const validators = {
  class: TypeError,
  'other class': RangeError,
  pattern: /boom/,
  'other pattern': /bang/,
  object: { code: 'E_BOOM', message: /42/ },
  'other object': { code: 'E_BANG' },
  function: (error) => error.code === 'E_BOOM',
};
for (const [name, validator] of Object.entries(validators)) {
  try {
    assert.throws(boom, validator);
    console.log(name, 'passes');
  } catch (error) {
    console.log(name, error.code, error.message);
  }
}
