/** Findings of `doctor`, each on one thing: works, absent or broken, with its remedy. */

/** What was found of one thing that the program leans on. */
export interface Finding {
	/** what was looked at, one word or two */
	readonly what: string;
	/** absent: an optional part that is not here, which is told and no fault */
	readonly state: "works" | "absent" | "broken";
	/** what was found, in words */
	readonly found: string;
	/** what would do; null where nothing need be done */
	readonly mend: string | null;
}

export const works = (what: string, found: string): Finding => ({
	...{ what, found },
	state: "works",
	mend: null,
});

export const absent = (what: string, found: string, mend: string): Finding => ({
	...{ what, found, mend },
	state: "absent",
});

export const broken = (what: string, found: string, mend: string): Finding => ({
	...{ what, found, mend },
	state: "broken",
});

/** What an error says, its first line. */
export function firstLine(error: unknown): string {
	const text = error instanceof Error ? error.message : String(error);
	return text.split("\n")[0] ?? "";
}
