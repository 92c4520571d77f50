// The app that lies inside the registry runtime and does what Electron's own default app would do:
// `electron <folder>` starts the project in that folder.
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { app } = require('electron');

require('./hook.js');

// Left alone, Electron shows an error dialog that nobody closes in a test run, and passes over a rejected promise.
if (process.env.MINGZHANG_TEST === '1') {
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error) => {
      console.error(error);
      process.exit(1);
    });
  }
}

const argument = process.argv.slice(1).find((text) => !text.startsWith('-'));
if (argument === undefined) {
  console.error('Name the project folder: electron <folder>');
  process.exit(1);
}
const folder = path.resolve(argument);
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));

app.setAppPath(folder);
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
// As the default app does: marks a project that is started from its folder.
process.defaultApp = true;

Module._load(path.resolve(folder, manifest.main), null, true);
