export { readDetermination } from '../corpus/read-determination.js';
