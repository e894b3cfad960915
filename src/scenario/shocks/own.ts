import type { NewsShock, Shock } from "../types.ts";

/** A kind of shock without the fields that every shock has. */
export type Own<Kind extends Shock> = Pick<
	Kind,
	Exclude<keyof Kind, Exclude<keyof NewsShock, "kind">>
>;
