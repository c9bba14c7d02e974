/** A row without a level: its status stands elsewhere, or the row evaluator has to answer. */
export const NO_LEVEL = 255;
