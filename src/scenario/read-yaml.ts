import {
	type Document,
	isAlias,
	isMap,
	isPair,
	isScalar,
	isSeq,
	LineCounter,
	parseAllDocuments,
	type Node as YamlNode,
} from "yaml";
import { type Fault, type Place, ScenarioError } from "./fault.ts";
import type { Entry, Node } from "./node.ts";

/** Largest file that is parsed, bytes: the parser is quadratic in keys. */
export const LARGEST_FILE = 256 * 1024;
const DEEPEST = 20;
const LONGEST_SCALAR = 1000;
/** Keys that would reach into every object of the program. */
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);
/** Control characters but tab and line ends, line separators, a byte order mark. */
const CONTROL = /[\p{Cc}\u2028\u2029\ufeff]/u;
const ALLOWED = /[\t\n\r]/g;

/** Reads one file into placed nodes, and collects what is wrong with its writing. */
class Reader {
	readonly faults: Fault[] = [];
	private readonly file: string;
	private readonly lines: LineCounter;

	constructor(file: string, lines: LineCounter) {
		this.file = file;
		this.lines = lines;
	}

	place(range: readonly number[] | null | undefined): Place {
		const from = range?.[0] ?? 0;
		const to = range?.[1] ?? from + 1;
		const { line, col } = this.lines.linePos(from);
		return {
			file: this.file,
			line: Math.max(line, 1),
			column: Math.max(col, 1),
			length: Math.max(1, to - from),
		};
	}

	fault(place: Place, message: string, hint: string | null = null): void {
		this.faults.push({ place, message, hint, severity: "error" });
	}

	node(source: unknown, depth: number): Node {
		const yaml = source as YamlNode | null;
		const place = this.place(yaml?.range);
		const nothing: Node = { kind: "scalar", value: null, place };
		if (yaml === null || yaml === undefined) return nothing;
		if (depth > DEEPEST) {
			this.fault(
				place,
				`is nested ${depth} deep; at most ${DEEPEST} levels are read`,
			);
			return nothing;
		}
		if (isAlias(yaml)) {
			this.fault(place, `*${yaml.source} is an alias; write the value out`);
			return nothing;
		}
		this.refuseDecoration(yaml, place);
		if (isMap(yaml))
			return { kind: "map", entries: this.entries(yaml.items, depth), place };
		if (isSeq(yaml))
			return {
				kind: "list",
				items: yaml.items.map((item) => this.node(item, depth + 1)),
				place,
			};
		return isScalar(yaml) ? this.scalar(yaml.value, place) : nothing;
	}

	private refuseDecoration(yaml: YamlNode, place: Place): void {
		if ("anchor" in yaml && yaml.anchor)
			this.fault(
				place,
				`&${yaml.anchor} is an anchor; write values out where they are needed`,
			);
		if ("tag" in yaml && yaml.tag && !yaml.tag.startsWith("tag:yaml.org,2002:"))
			this.fault(
				place,
				`${yaml.tag} is a tag; scenario files hold plain data only`,
			);
	}

	private entries(items: readonly unknown[], depth: number): Entry[] {
		return items.flatMap((item) => {
			if (!isPair(item)) return [];
			const keyNode = item.key as YamlNode | null;
			const keyPlace = this.place(keyNode?.range);
			const key = isScalar(keyNode) ? String(keyNode.value) : "";
			if (!isScalar(keyNode) || key === "")
				this.fault(keyPlace, "a key must be a plain word");
			if (key === "<<")
				this.fault(keyPlace, "merge keys are not read; write the fields out");
			if (FORBIDDEN_KEYS.has(key))
				this.fault(
					keyPlace,
					`the key "${key}" is refused; no field has that name`,
				);
			return [{ key, keyPlace, node: this.node(item.value, depth + 1) }];
		});
	}

	private scalar(value: unknown, place: Place): Node {
		if (typeof value === "string") {
			if (value.length > LONGEST_SCALAR)
				this.fault(
					place,
					`is ${value.length} characters long; at most ${LONGEST_SCALAR} are read`,
				);
			if (CONTROL.test(value.replace(ALLOWED, "")))
				this.fault(place, "holds a control character; write plain text");
			return { kind: "scalar", value, place };
		}
		if (typeof value === "number" && !Number.isFinite(value))
			this.fault(place, `is ${value}; it must be a finite number`);
		if (typeof value === "bigint")
			this.fault(place, `is ${value}; it must be a finite number`);
		if (
			typeof value === "number" ||
			typeof value === "boolean" ||
			value === null
		)
			return { kind: "scalar", value, place };
		return { kind: "scalar", value: String(value), place };
	}
}

function documentFaults(reader: Reader, document: Document): void {
	for (const problem of [...document.errors, ...document.warnings]) {
		const words =
			problem.message.split("\n")[0]?.replace(/ at line \d+.*$/, "") ?? "";
		reader.fault(
			reader.place(problem.pos),
			`is not sound YAML: ${words.charAt(0).toLowerCase()}${words.slice(1).replace(/:$/, "")}; mend the file`,
		);
	}
}

/**
 * Parses the text of a scenario file: plain data, one document, with limits on
 * size, depth and length; no aliases, anchors, tags or merge keys.
 *
 * @throws {ScenarioError} with every fault of its writing
 */
export function readYaml(text: string, file: string): Node {
	const lines = new LineCounter();
	const reader = new Reader(file, lines);
	const start: Place = { file, line: 1, column: 1, length: 1 };
	if (text.length > LARGEST_FILE) {
		reader.fault(
			start,
			`is ${text.length} characters long; at most ${LARGEST_FILE} are read`,
		);
		throw new ScenarioError(reader.faults);
	}
	const documents = parseAllDocuments(text, {
		lineCounter: lines,
		merge: false,
		strict: true,
		uniqueKeys: true,
		version: "1.2",
		schema: "core",
		logLevel: "silent",
	});
	const document = "empty" in documents ? undefined : documents[0];
	if (document === undefined || document.contents === null) {
		reader.fault(
			start,
			"the file is empty; a scenario has at least version, name and question",
		);
		throw new ScenarioError(reader.faults);
	}
	if (!("empty" in documents) && documents.length > 1)
		reader.fault(
			reader.place(documents[1]?.range),
			"is a second document; a file holds one scenario",
		);
	documentFaults(reader, document as Document);
	const node = reader.node(document.contents, 0);
	if (reader.faults.length > 0) throw new ScenarioError(reader.faults);
	if (node.kind !== "map") {
		reader.fault(
			node.place,
			"is not a map of fields; a scenario begins with version, name and question",
		);
		throw new ScenarioError(reader.faults);
	}
	return node;
}
