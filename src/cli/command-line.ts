/** Words that a shell would split or expand need quotes. */
const PLAIN = /^[A-Za-z0-9_./:=@%+,-]+$/;

/** A command line that repeats a batch, with the seed it was given or drew. */
export function repeatLine(words: readonly string[]): string {
	return ["npx", "stibium", ...words]
		.map((word) =>
			PLAIN.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`,
		)
		.join(" ");
}
