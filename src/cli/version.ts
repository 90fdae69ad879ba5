/** The version of the program, as package.json says it. */
import { readFileSync } from 'node:fs';
import { projectPath } from '#platform/settings/projectFolder.ts';

/** `0.1.0`. */
export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string };
  return version;
}
