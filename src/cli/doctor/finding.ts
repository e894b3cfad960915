/** Findings of `doctor`, each on one thing: works, absent or broken, with its remedy. */

/** One thing that the program leans on, and the state it was found in. */
export interface Finding {
	/** subject, one word or two */
	readonly what: string;
	/** absent: an optional part that is not here, which is told and no fault */
	readonly state: "works" | "absent" | "broken";
	/** evidence, in words */
	readonly found: string;
	/** remedy; null where none is needed */
	readonly mend: string | null;
}

export const works = (what: string, found: string): Finding => ({
	what,
	found,
	state: "works",
	mend: null,
});

export const absent = (what: string, found: string, mend: string): Finding => ({
	what,
	found,
	mend,
	state: "absent",
});

export const broken = (what: string, found: string, mend: string): Finding => ({
	what,
	found,
	mend,
	state: "broken",
});

/** First line of an error's message. */
export function firstLine(error: unknown): string {
	const text = error instanceof Error ? error.message : String(error);
	return text.split("\n")[0] ?? "";
}
