// The public list of names. Each subject lists its own in its `index.ts` and has its own subpath.
export * from './calendar/index.js';
export * from './core/index.js';
export * from './credit/index.js';
export * from './document/index.js';
export * from './draw/index.js';
export * from './inspectors/index.js';
export * from './matrix/index.js';
export * from './notice/index.js';
export * from './plan/index.js';
export * from './programme/index.js';
export * from './register/index.js';
export * from './risk/index.js';
export * from './schemes/index.js';
export * from './scoring/index.js';
export * from './texts/index.js';
export * from './ticket/index.js';
export * from './visits/index.js';
