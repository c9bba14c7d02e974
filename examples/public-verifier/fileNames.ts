/** Whether a file is taken for the frame: notices, proofs and amendments are JSON. */
export const isFrameName = (name: string): boolean => !/\.json$/i.test(name);

/** A file's name without the number a browser gives a second download: `notice-b (1).json`. */
export const withoutCopy = (name: string): string => name.replace(/ ?\(\d+\)(?=\.\w+$)/, '');
