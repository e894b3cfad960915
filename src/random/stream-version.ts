/** Version of the rule by which a seed becomes random numbers, kept in every result. */

/** Name of the rule in use: another rule takes another name, never the numbers of this one. */
export const STREAM_VERSION = "stibium/1";
