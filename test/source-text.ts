/** A source file as its rules see it. */
export interface SourceText {
	/**
	 * the code with every line in its place, without comments, regular expressions and the
	 * words of templates; a string is its number in `strings`, in quotes
	 */
	readonly code: string;
	readonly strings: readonly string[];
}

const TOKEN =
	/(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')|(?<word>[A-Za-z_$][\w$]*)|(?<space>\s+)|(?<other>[\s\S])/y;
const TEMPLATE = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?<end>`|\$\{)/y;
const EXPRESSION = /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

/** What an expression may follow; after anything else a slash divides. */
const BEFORE_EXPRESSION =
	/^(?:[(,=:[!&|?{};+\-*%~^<>]|return|typeof|case|of|in)?$/;

const newlines = (text: string): string => text.replace(/[^\n]/g, "");

/** Reads TypeScript into code and strings, well enough to find words in code and only there. */
export function readSource(source: string): SourceText {
	const strings: string[] = [];
	let [code, at, before] = ["", 0, ""];
	/** open braces inside each `${` that is open */
	const braces: number[] = [];

	const take = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = at;
		const found = pattern.exec(source);
		if (found) at = pattern.lastIndex;
		return found;
	};
	const skipTemplate = () => {
		const found = take(TEMPLATE);
		if (!found) throw new SyntaxError(`open template at ${at}`);
		code += newlines(found[0]);
		if (found.groups?.["end"] === "${") braces.push(0);
	};
	const takeOther = (character: string) => {
		if (character === "`") return skipTemplate();
		const last = braces.length - 1;
		if (character === "}" && braces[last] === 0) {
			braces.pop();
			code += " ";
			return skipTemplate();
		}
		if (last >= 0 && character === "{") braces[last]! += 1;
		if (last >= 0 && character === "}") braces[last]! -= 1;
		code += character;
		before = character;
	};

	while (at < source.length) {
		if (source[at] === "/" && !/[/*]/.test(source[at + 1] ?? ""))
			if (BEFORE_EXPRESSION.test(before) && take(EXPRESSION)) {
				before = ")";
				continue;
			}
		const { comment, string, word, space, other } = take(TOKEN)?.groups ?? {};
		if (comment !== undefined) code += newlines(comment) || " ";
		else if (string !== undefined) {
			code += `"${strings.push(string.slice(1, -1)) - 1}"`;
			before = '"';
		} else if (word !== undefined) {
			code += word;
			before = word;
		} else if (space !== undefined) code += space;
		else takeOther(other!);
	}
	return { code, strings };
}

/** An import of any kind: static, for types, for effect, passed on, or at run time. */
export interface Import {
	readonly line: number;
	/** null when it is not a plain string */
	readonly specifier: string | null;
}

const FROM = /\b(?:from|import)\s*"(?<index>\d+)"/g;
const CALL = /\b(?:import|require)\s*\(\s*(?:"(?<index>\d+)"\s*[,)])?/g;

/** The number, from 1, of the line of a place in a text. */
export function lineAt(text: string, place: number): number {
	return text.slice(0, place).split("\n").length;
}

/** Everything a source file imports. */
export function importsOf({ code, strings }: SourceText): readonly Import[] {
	return [FROM, CALL].flatMap((pattern) =>
		[...code.matchAll(pattern)].map((found) => {
			const index = found.groups?.["index"];
			return {
				line: lineAt(code, found.index),
				specifier: index === undefined ? null : strings[Number(index)]!,
			};
		}),
	);
}
