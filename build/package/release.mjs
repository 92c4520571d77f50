// `npm run package [-- --win --linux --mac …]`: the installers for the users, in release/. It needs the tools that
// electron-builder fetches, and the release of Electron: it runs where GitHub or a mirror of it can be reached.
import '../require-node.mjs';
import { buildApp } from '../app.mjs';
import { endWith } from '../end.mjs';
import { commandFile } from '../paths.mjs';
import { runNode } from '../run.mjs';

await endWith(async () => {
  const built = await buildApp();
  if (built !== 0) return built;
  const builder = commandFile('electron-builder', 'electron-builder');
  const options = ['--config', 'build/package/config.mjs', '--publish', 'never'];
  return runNode(builder, [...options, ...process.argv.slice(2)]);
});
