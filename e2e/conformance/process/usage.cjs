const first = process.cpuUsage();
const next = process.cpuUsage(first);
console.log(Object.keys(first), next.user >= 0, next.system >= 0);
for (const previous of [1, {}, { user: 'a' }, { user: -1, system: 2 }, { user: 1, system: null }]) {
  try {
    process.cpuUsage(previous);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
const timers = () => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;
console.log(timers());
const timer = setTimeout(() => {
  console.log(timers());
  clearTimeout(timer);
  console.log(timers());
}, 1);
console.log(timers());
console.log(process.getBuiltinModule('fs') === require('fs'), process.getBuiltinModule('no'));
