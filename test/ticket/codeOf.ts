import { isEvenhandError } from 'evenhand/core';

/** The code an action fails with, or undefined where it does not fail. */
export function codeOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (isEvenhandError(error)) return error.code;
    throw error;
  }
}
