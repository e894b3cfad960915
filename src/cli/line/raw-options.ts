/** Flags and words as they were written, before they are checked. */
export interface RawOptions {
	readonly [flag: string]: unknown;
}

/** Flags that every command understands. */
export interface CommonOptions {
	readonly json: boolean;
	readonly quiet: boolean;
	readonly colour: boolean;
}

/** Reads the flags that every command understands. */
export function commonOptions(raw: RawOptions): CommonOptions {
	return {
		json: isOn(raw, "json"),
		quiet: isOn(raw, "quiet"),
		colour: !isOn(raw, "no-color"),
	};
}

/** Whether a switch was given. */
export function isOn(raw: RawOptions, flag: string): boolean {
	return raw[flag] === true;
}

/** What was written after a flag, the last time when it stands twice; null without it. */
export function textOf(raw: RawOptions, flag: string): string | null {
	return textsOf(raw, flag).at(-1) ?? null;
}

/** All that was written for a flag or word that may stand more than once. */
export function textsOf(raw: RawOptions, flag: string): readonly string[] {
	const value = raw[flag];
	const all: readonly unknown[] = Array.isArray(value) ? value : [value];
	return all.filter((one) => typeof one === "string");
}

/** A flag as it is written: `-n`, `--seed`. */
export function dashed(flag: string): string {
	return flag.length === 1 ? `-${flag}` : `--${flag}`;
}
