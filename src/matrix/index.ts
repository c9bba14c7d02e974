export { checkMatrix } from './checkMatrix.js';
export { MATRIX_CODES, type MatrixCode } from './codes.js';
export { CONTENTS, type Content, defineMatrix, type Matrix, type Measures } from './matrix.js';
export { measuresFor } from './measuresFor.js';
