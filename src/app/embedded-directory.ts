/** Where a project's embedded database, its lock and its local secrets live, below the project directory. */
export const embeddedDirectoryName = '.dream';
