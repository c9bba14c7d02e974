/** The texts of a room's codes: every code has both languages, and a new code does not compile without. */
export type Texts<C extends string> = Record<C, { readonly zh: string; readonly en: string }>;
