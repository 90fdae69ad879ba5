/** The folder that this program lies in, whether it runs from src or from dist. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a file or folder of the project. */
export function projectPath(...parts: string[]): string {
  return join(fileURLToPath(new URL('../../..', import.meta.url)), ...parts);
}
