// This Electron ends with a segmentation fault when it loads the product's better-sqlite3 13, which needs a
// newer Node-API. So `require('better-sqlite3')` leads to the runtime's own version 12 here; the product's
// code knows nothing of it.
const Module = require('node:module');
const path = require('node:path');
const threads = require('node:worker_threads');

const ownModules = path.join(__dirname, '..', 'sqlite', 'node_modules');
const resolveFilename = Module._resolveFilename;

Module._resolveFilename = function (request, ...rest) {
  const target = request === 'better-sqlite3' ? path.join(ownModules, request) : request;
  return resolveFilename.call(this, target, ...rest);
};

// A worker has a module loader of its own, which must be taught the same.
threads.Worker = class Worker extends threads.Worker {
  constructor(file, options = {}) {
    super(file, { ...options, execArgv: [...(options.execArgv ?? []), '--require', __filename] });
  }
};
