/** Addresses of databases (`postgres://…/name`): which database they name, and the same server with another one. */

/** The name of the database. */
export function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

/** The same server and user with another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
