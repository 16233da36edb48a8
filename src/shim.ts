/** Imported first by the bundle: some packages read `__dirname`, which modules do not have. */
Object.assign(globalThis, { __dirname: '.', __filename: 'index.js' });

export {};
