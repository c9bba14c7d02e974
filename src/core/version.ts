/** The version of the package; receipts carry it. Held equal to package.json by test. */
export const VERSION = '0.1.0';

/** What a receipt names as its maker. */
export const ENGINE = `evenhand/${VERSION}`;
