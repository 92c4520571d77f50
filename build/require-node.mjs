// Refuses an old Node before anything else can fail in a way nobody understands:
// better-sqlite3 13, for one, ends older versions with a segmentation fault and no message.
// Plain old JavaScript on purpose, so that the old Node can still read it.
var found = process.versions.node;
var major = parseInt(found, 10);
var minor = parseInt(found.slice(found.indexOf('.') + 1), 10);

if (major < 22 || (major === 22 && minor < 14)) {
  console.error(
    'This is Node ' +
      found +
      ', and the project needs 22.14 or newer: on Linux and Windows npm start, npm test and npm run bring it along after npm ci; elsewhere install it.',
  );
  process.exit(1);
}
