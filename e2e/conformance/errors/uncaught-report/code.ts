throw Object.assign(new Error('with a code'), { code: 'E_OWN' });
