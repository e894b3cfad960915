/** Words of a statement, taken one by one with their columns. */

/** A word of a statement, where it stands. */
export interface Word {
	readonly kind: "name" | "number" | "comparison" | "(" | ")" | "end";
	readonly text: string;
	/** from 1 */
	readonly column: number;
}

/** A word that does not fit, where it stands. */
export class WordProblem extends Error {
	readonly column: number;

	constructor(message: string, column: number) {
		super(message);
		this.column = column;
	}
}

const WORD =
	/\s*(?:(?<name>[a-z_]\w*)|(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|(?<comparison><=|>=|<|>)|(?<bracket>[()])|$)/iy;

function kindOf(groups: Readonly<Record<string, string | undefined>>) {
	if (groups["name"] !== undefined) return "name";
	if (groups["number"] !== undefined) return "number";
	if (groups["comparison"] !== undefined) return "comparison";
	return groups["bracket"] === "(" ? "(" : ")";
}

function wordsOf(text: string): readonly Word[] {
	const words: Word[] = [];
	for (let from = 0; ; ) {
		WORD.lastIndex = from;
		const found = WORD.exec(text);
		const blank = text.slice(from).search(/\S/);
		const column = from + Math.max(0, blank) + 1;
		if (blank < 0)
			return [...words, { kind: "end", text: "", column: text.length + 1 }];
		if (found === null)
			throw new WordProblem(
				`has ${JSON.stringify(text.charAt(column - 1))} at column ${column}; expected stat(metric) < x or stat(metric) between a and b`,
				column,
			);
		if (found.groups?.["number"] && !Number.isFinite(Number(found[0])))
			throw new WordProblem(
				`has ${found[0].trim()} at column ${column}; expected a finite number`,
				column,
			);
		words.push({
			kind: kindOf(found.groups ?? {}),
			text: found[0].trim(),
			column,
		});
		from = WORD.lastIndex;
	}
}

/** The words of a statement, taken one by one. */
export class Words {
	private readonly words: readonly Word[];
	private taken = 0;

	constructor(text: string) {
		this.words = wordsOf(text);
	}

	/** The word that comes next; the end again once it is reached. */
	peek(): Word {
		return this.words[Math.min(this.taken, this.words.length - 1)] as Word;
	}

	/** Takes the next word. @throws {WordProblem} unless it is of a kind */
	next(kind: Word["kind"], expected: string): Word {
		const word = this.peek();
		if (word.kind !== kind) this.misfit(word, expected);
		this.taken += 1;
		return word;
	}

	/** Takes one given word. @throws {WordProblem} unless it comes next */
	keyword(text: string, expected: string): void {
		const word = this.peek();
		if (word.text.toLowerCase() !== text) this.misfit(word, expected);
		this.taken += 1;
	}

	refuse(word: Word, message: string): never {
		throw new WordProblem(message, word.column);
	}

	private misfit(word: Word, expected: string): never {
		const found = word.kind === "end" ? "ends" : `has "${word.text}"`;
		return this.refuse(
			word,
			`${found} at column ${word.column}; expected ${expected}`,
		);
	}
}
