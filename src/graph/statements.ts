import { join } from 'node:path';
import { projectFolder } from '../common/project.js';
import { statementFiles } from '../common/statement-files.js';

/** Folder of every Cypher statement that this project runs. */
export const cypherFolder = join(projectFolder, 'cypher');

/**
 * The text of the statement `cypher/<name>.cypher`, with what it includes.
 * @param name path below `cypher/` without the extension, for example `read/items-by-id`
 */
export const statement = statementFiles(cypherFolder, 'cypher', '//');
