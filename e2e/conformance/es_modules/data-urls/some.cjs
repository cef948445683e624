exports.right = 1;
