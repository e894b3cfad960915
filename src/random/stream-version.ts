/** Names the way in which keys become draws. A stream is never changed: a new way gets a new name. */
export const STREAM_VERSION = "stibium/1";
