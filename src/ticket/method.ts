/** The method every seed and key is bound to; it moves only when an answer can differ. */
export const DRAW_METHOD = 'double-random/1' as const;
