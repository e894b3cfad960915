/** YAML read into placed nodes, or refused with its faults. */

import {
	Composer,
	type CST,
	type Document,
	type ParsedNode,
	Parser,
	type YAMLError,
} from "yaml";
import { type Fault, type Place, ScenarioError } from "./fault.ts";
import { Lines } from "./lines.ts";
import type { MapNode } from "./node.ts";
import { nodesOf } from "./yaml-nodes.ts";

/** Largest file that is parsed, bytes. */
export const LARGEST_FILE = 256 * 1024;
/** Deepest nesting that is read: the composer of the yaml package would exhaust the stack. */
const DEEPEST = 20;
/**
 * Control characters but tab and line ends, line separators, a byte order mark
 * inside the text, and what turns the direction of writing.
 */
const CONTROL =
	/(?![\t\n\r])[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** Remedies for broken YAML, by the yaml package's code. */
const REMEDIES: Readonly<Record<string, string>> = {
	BAD_INDENT: "indent the lines of one map or list alike",
	TAB_AS_INDENT: "indent with spaces",
	MISSING_CHAR: "close what was opened, and put a colon and a space after keys",
	BLOCK_AS_IMPLICIT_KEY: "start a new line after a key that holds a map",
	MULTILINE_IMPLICIT_KEY: "put a colon and a space after every key",
	TAG_RESOLVE_FAILED: "scenario files hold plain data only",
	IMPOSSIBLE: "put words with special characters in quotes",
	UNEXPECTED_TOKEN: "put words with special characters in quotes",
};
const REMEDY = "check indentation, quotes and brackets here";

function wholeFile(place: Place, message: string): Fault {
	return {
		place,
		field: "the file",
		message: `the file ${message}`,
		hint: null,
		severity: "error",
	};
}

function refuse(place: Place, message: string): never {
	throw new ScenarioError([wholeFile(place, message)]);
}

function controlFaults(text: string, lines: Lines): readonly Fault[] {
	return [...text.matchAll(CONTROL)].map(({ 0: found, index }) => {
		const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase();
		return wholeFile(
			lines.place(index),
			`holds the control character U+${code.padStart(4, "0")}; write plain text`,
		);
	});
}

/** The first collection that is nested too deep. */
function tooDeep(tokens: readonly CST.Token[]): CST.Token | null {
	const open = tokens.map((token) => ({ token, depth: 0 }));
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		const { token, depth } = next;
		if (depth > DEEPEST) return token;
		if (token.type === "document" && token.value)
			open.push({ token: token.value, depth });
		if ("items" in token)
			for (const { key, value } of token.items)
				for (const inner of [key, value])
					if (inner) open.push({ token: inner, depth: depth + 1 });
	}
	return null;
}

function yamlFault(problem: YAMLError, lines: Lines): Fault {
	const words = problem.message.replace(/[.:]$/, "");
	const remedy = REMEDIES[problem.code] ?? REMEDY;
	return wholeFile(
		lines.place(...problem.pos),
		`is not sound YAML: ${words.charAt(0).toLowerCase()}${words.slice(1)}; ${remedy}`,
	);
}

/** The one document of a file. @throws {ScenarioError} with the faults of its YAML */
function compose(
	tokens: readonly CST.Token[],
	lines: Lines,
	length: number,
): Document.Parsed<ParsedNode> | undefined {
	const composer = new Composer({
		merge: false,
		strict: true,
		uniqueKeys: false,
		version: "1.2",
		schema: "core",
		logLevel: "silent",
	});
	const [first, second] = composer.compose(tokens, true, length);
	const problems = [...(first?.errors ?? []), ...(first?.warnings ?? [])];
	if (problems.length > 0)
		throw new ScenarioError(
			problems.map((problem) => yamlFault(problem, lines)),
		);
	if (second !== undefined)
		refuse(
			lines.place(second.range[0]),
			"goes on with a second document; a file holds one scenario",
		);
	return first;
}

/**
 * Parses the text of a scenario file: plain data, one document, with limits on
 * size, depth and length; no aliases, anchors, tags, directives or merge keys.
 *
 * @param file how the file is named in messages
 * @throws {ScenarioError} with every fault of its writing
 */
export function readYaml(text: string, file: string): MapNode {
	const lines = new Lines(text.length > LARGEST_FILE ? "" : text, file);
	if (text.length > LARGEST_FILE)
		refuse(
			lines.place(0),
			`is ${text.length} characters long; at most ${LARGEST_FILE} are read`,
		);
	const strange = controlFaults(text, lines);
	if (strange.length > 0) throw new ScenarioError(strange);
	const tokens = [...new Parser().parse(text)];
	const directive = tokens.find(({ type }) => type === "directive");
	if (directive !== undefined)
		refuse(
			lines.place(directive.offset),
			"has a directive; scenario files are plain YAML 1.2",
		);
	const deep = tooDeep(tokens);
	if (deep !== null)
		refuse(
			lines.place(deep.offset),
			`is nested more than ${DEEPEST} levels deep; no field of a scenario is`,
		);
	const root = compose(tokens, lines, text.length)?.contents ?? null;
	if (root === null)
		refuse(
			lines.place(0),
			"is empty; a scenario has at least version, name and question",
		);
	const node = nodesOf(root, lines);
	if (node.kind === "map") return node;
	return refuse(
		node.place,
		"is not a map of fields; a scenario begins with version, name and question",
	);
}
