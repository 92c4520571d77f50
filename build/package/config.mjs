/*
 * How the app is packaged for its users, by `npm run package` on the machine that releases it. What a machine
 * without GitHub can build of it, and test, is in dir.mjs.
 */

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Arch } from 'electron-builder';
import { addonFolder, newestGlibc, OLDEST_GLIBC } from './old-glibc/addon.mjs';

const icons = 'build/package/icons';

export default /** @satisfies {import('electron-builder').Configuration} */ ({
  appId: 'cn.mingzhang.desk',
  productName: '明账',
  // ASCII, because shortcuts and associations of older systems stumble over other paths
  executableName: 'mingzhang',
  copyright: '明账 Mingzhang',
  artifactName: 'mingzhang-${version}-${os}-${arch}.${ext}',
  directories: { output: 'release', buildResources: icons },
  // all that is needed at run time is bundled in out/, but for SQLite, which is a native addon
  files: [
    'out/{main,preload,renderer}/**',
    'migrations/**',
    'samples/example-street-2024.json',
    `${icons}/app/256.png`,
    'package.json',
    '!**/*.map',
    // the project's own Node, for development; npm counts it among what is needed at run time
    '!node_modules/node-{linux,win,darwin}-*/**',
    '!node_modules/node-addon-api/**',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/binding.gyp',
    // of its binaries the one of the package's platform; not in a list of the platform's own, which would bring
    // all of the project along
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
    // better-sqlite3 looks here before it looks into prebuilds/
    {
      from: `${addonFolder}/\${os}-\${arch}`,
      to: 'node_modules/better-sqlite3/build/Release',
      filter: ['*.node'],
    },
  ],
  asar: true,
  asarUnpack: ['**/*.node'],
  // the addon is a Node-API module with a binary for each platform: nothing is compiled
  npmRebuild: false,
  // the app is offline: it looks for no update, and carries no address to look at
  publish: null,
  electronLanguages: ['zh-CN', 'zh_CN', 'en-US', 'en'],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    // in force on Windows and macOS
    enableEmbeddedAsarIntegrityValidation: true,
    grantFileProtocolExtraPrivileges: false,
    // there are no cookies, and the key ring of macOS would ask the clerk for a password
    enableCookieEncryption: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  },
  fileAssociations: [
    {
      ext: 'mzb',
      name: 'Mingzhang.Book',
      description: '明账账簿',
      mimeType: 'application/x-mingzhang-book',
      icon: 'book',
      role: 'Editor',
      rank: 'Owner',
    },
  ],
  win: {
    icon: `${icons}/app.ico`,
    target: [{ target: 'nsis', arch: ['x64'] }],
  },
  nsis: {
    // a clerk has no administrator's rights: it is installed for her alone, and she may say where
    oneClick: false,
    perMachine: false,
    allowElevation: true,
    allowToChangeInstallationDirectory: true,
    shortcutName: '明账',
    uninstallDisplayName: '明账 ${version}',
    installerLanguages: ['zh_CN'],
    language: '2052',
    // books and their copies are the user's
    deleteAppDataOnUninstall: false,
    differentialPackage: false,
  },
  linux: {
    icon: `${icons}/app`,
    target: [
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'AppImage', arch: ['x64', 'arm64'] },
    ],
    category: 'Office',
    synopsis: '部门决算公开',
    description: '数字只录一次，得到整套部门决算公开表',
    maintainer: 'Mingzhang <mingzhang@mingzhang.invalid>',
    vendor: 'Mingzhang',
    syncDesktopName: true,
    desktop: {
      entry: {
        Name: '明账',
        GenericName: '部门决算公开',
        Comment: '数字只录一次，得到整套部门决算公开表',
        Keywords: '决算;预算;公开;部门决算;mingzhang;',
        Categories: 'Office;Finance;',
      },
    },
  },
  deb: {
    packageName: 'mingzhang',
    packageCategory: 'editors',
    // by either name: Debian 13 and Ubuntu 24.04 renamed some
    depends: [
      'libgtk-3-0 | libgtk-3-0t64',
      'libnss3',
      'libasound2 | libasound2t64',
      'libgbm1',
      'libxss1',
      'libxtst6',
      'libatspi2.0-0 | libatspi2.0-0t64',
      'libuuid1',
      'xdg-utils',
    ],
    recommends: ['fonts-noto-cjk'],
  },
  mac: {
    icon: `${icons}/app.icns`,
    category: 'public.app-category.finance',
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
  },
  dmg: { title: '明账 ${version}' },
  /** @param {import('electron-builder').AfterPackContext} context */
  afterPack: async ({ appOutDir, packager, electronPlatformName, arch }) => {
    // electron-builder leaves an address for updates in spite of `publish: null`
    rmSync(join(packager.getResourcesDir(appOutDir), 'app-update.yml'), { force: true });
    if (electronPlatformName === 'linux') warnOfNewGlibc(packager.getResourcesDir(appOutDir), Arch[arch]);
  },
});

/**
 * Says on which systems the package will not start.
 * @param {string} resources
 * @param {string} arch
 */
function warnOfNewGlibc(resources, arch) {
  const modules = join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3');
  const compiled = join(modules, 'build', 'Release', 'better_sqlite3.node');
  const addon = existsSync(compiled) ? compiled : join(modules, 'prebuilds', `linux-${arch}.node`);
  const needed = newestGlibc(addon);
  if (needed > OLDEST_GLIBC) {
    console.warn(
      `The SQLite in this package needs glibc 2.${needed}: it will not start on UOS 20 (2.28) or Kylin V10 (2.31). First: npm run package:addon -- ${arch}`,
    );
  }
}
