exports.own = 'index of the folder';
