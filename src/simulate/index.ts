export { randomStream } from './random.js';
