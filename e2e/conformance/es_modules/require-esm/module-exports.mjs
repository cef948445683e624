const whole = 'the whole export';

export { whole as 'module.exports' };
