export { CLI_CODES, type CliCode } from './codes.js';
export { EXIT } from './exit.js';
export type { Io } from './io.js';
export { main } from './main.js';
