interface Made {
  kind: string;
}
function make(): Made {
  throw new RangeError('thrown by hand');
}
make();
