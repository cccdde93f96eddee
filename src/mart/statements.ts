import { join } from 'node:path';
import { projectFolder } from '../common/project.js';
import { statementFiles } from '../common/statement-files.js';

/** Folder of every SQL statement that this project runs. */
export const sqlFolder = join(projectFolder, 'sql');

/** The text of `sql/<name>.sql`, with what it includes. */
export const sqlText = statementFiles(sqlFolder, 'sql', '--');
