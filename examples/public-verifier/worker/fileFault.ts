import type { Fault } from '../messages.js';

/** A file that is no use, thrown where that is found. */
export class FileFault extends Error {
  readonly fault: Fault;

  constructor(name: string, code: Fault['code'], given: string) {
    super(`${name}: ${code}`);
    this.fault = { name, code, given };
  }
}
