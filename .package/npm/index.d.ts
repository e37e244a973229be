/** The path of the loadable extension. */
export function loadablePath(): string;

/** The folder of the SQL scripts: prepare.sql and others. */
export function scriptsPath(): string;

/** Loads the extension into a connection of better-sqlite3, libsql or
 * node:sqlite (opened with allowExtension: true). */
export function load(db: {
  loadExtension(path: string, entryPoint?: string): unknown;
}): void;
