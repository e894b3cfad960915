/** How much a test tries: a little every day, all of it in `npm run test:long`. */

/** Is everything tried, and not only what a day allows? */
export const LONG = process.env["STIBIUM_LONG"] === "1";

/** The first of two every day, the second in full. */
export const many = <T>(small: T, full: T): T => (LONG ? full : small);
