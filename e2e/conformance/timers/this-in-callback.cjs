const timer = setTimeout(function () {
  console.log(this === timer);
}, 1);
const immediate = setImmediate(function () {
  console.log(this === immediate);
});
