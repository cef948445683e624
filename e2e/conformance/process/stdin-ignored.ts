console.log('ends although there is input');
