import { join } from 'node:path';

/** Files of ours that lie beside the code, in the source tree as in the packaged app. */
export function migrationsFolder(root: string): string {
  return join(root, 'migrations');
}

/** The bundled sample 示例街道 (DESIGN §11), as an interchange file. */
export function exampleStreetFile(root: string): string {
  return join(root, 'samples', 'example-street-2024.json');
}

/** What the app finds of itself, in the source tree as in the packaged app. */
export interface OwnFiles {
  /** the folder that holds migrations/ and samples/ */
  readonly root: string;
  readonly version: string;
  /** the script of the thread that computes reviews */
  readonly reviewScript: string | URL;
  /** the script of the thread that reads a file */
  readonly readingScript: string | URL;
  /** the script of the thread that has a list of asset cards */
  readonly cardsScript: string | URL;
}

export function ownFiles(root: string, version: string): OwnFiles {
  const thread = (name: string) => join(root, 'out', 'main', `${name}.cjs`);
  return {
    root,
    version,
    reviewScript: thread('review'),
    readingScript: thread('reading'),
    cardsScript: thread('cards'),
  };
}

/** The preload, the page and the icon of the window, as the build leaves them. */
export function windowFiles(root: string): {
  readonly preload: string;
  readonly page: string;
  readonly icon: string;
} {
  return {
    preload: join(root, 'out', 'preload', 'preload.cjs'),
    page: join(root, 'out', 'renderer'),
    icon: join(root, 'build', 'package', 'icons', 'app', '256.png'),
  };
}
