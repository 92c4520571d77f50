import { join } from 'node:path';

/** Files of ours that lie beside the code, in the source tree as in the packaged app. */
export function migrationsFolder(root: string): string {
  return join(root, 'migrations');
}

/** The bundled sample 示例街道 (DESIGN §11), as an interchange file. */
export function exampleStreetFile(root: string): string {
  return join(root, 'samples', 'example-street-2024.json');
}
