/** Nodes of the yaml package turned into placed ones. */

import {
	isAlias,
	isMap,
	isPair,
	isScalar,
	isSeq,
	type ParsedNode,
	type Node as YamlNode,
} from "yaml";
import { type Fault, type Place, ScenarioError } from "./fault.ts";
import type { Lines } from "./lines.ts";
import { type Entry, type Node, type Path, pathText } from "./node.ts";

const LONGEST_SCALAR = 1000;
const LONGEST_KEY = 100;
/** Keys that would reach into every object of the program. */
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);
const CONTROL = /(?![\t])[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

type Scalar = string | number | boolean | null;

/** The problem of a scalar, in words that follow the name of its field; null when nothing is. */
function scalarProblem(value: unknown): string | null {
	if (typeof value === "string" && value.length > LONGEST_SCALAR)
		return `is ${value.length} characters long; at most ${LONGEST_SCALAR} are read`;
	if (typeof value === "string" && CONTROL.test(value))
		return "holds a line break or control character; write plain text on one line";
	if (typeof value === "number" && !Number.isFinite(value))
		return `is ${value}; it must be a finite number`;
	return null;
}

/** Turns the nodes of the yaml package into placed ones, and collects what is refused. */
class Reader {
	readonly faults: Fault[] = [];
	private readonly lines: Lines;

	constructor(lines: Lines) {
		this.lines = lines;
	}

	node(yaml: YamlNode | null, path: Path, gap: Place): Node {
		const place = this.placeOf(yaml) ?? gap;
		const scalar = (value: Scalar): Node => ({
			kind: "scalar",
			value,
			place,
			path,
		});
		if (yaml === null) return scalar(null);
		if (isAlias(yaml)) {
			this.refuse(place, path, `is the alias *${yaml.source}; write it out`);
			return scalar(null);
		}
		this.refuseDecoration(yaml, place, path);
		if (isMap(yaml)) {
			const entries = this.entries(yaml.items, path, place);
			return { kind: "map", entries, place, path };
		}
		if (isSeq(yaml)) {
			const items = yaml.items.map((item, i) =>
				this.node(item as YamlNode | null, [...path, i], place),
			);
			return { kind: "list", items, place, path };
		}
		return scalar(this.scalar(isScalar(yaml) ? yaml.value : null, path, place));
	}

	private placeOf(yaml: YamlNode | null): Place | null {
		return yaml?.range ? this.lines.place(yaml.range[0], yaml.range[1]) : null;
	}

	private refuse(place: Place, path: Path, message: string): void {
		const field = pathText(path);
		this.faults.push({
			place,
			field,
			message: `${field} ${message}`,
			hint: null,
			severity: "error",
		});
	}

	private refuseDecoration(yaml: YamlNode, place: Place, path: Path): void {
		if ("anchor" in yaml && yaml.anchor)
			this.refuse(
				place,
				path,
				`has the anchor &${yaml.anchor}; write values out where they are needed`,
			);
		if (yaml.tag)
			this.refuse(
				place,
				path,
				`has the tag ${yaml.tag}; scenario files hold plain data only`,
			);
	}

	private entries(
		items: readonly unknown[],
		path: Path,
		gap: Place,
	): readonly Entry[] {
		const seen = new Set<string>();
		return items.filter(isPair).map((pair) => {
			const yaml = pair.key as YamlNode | null;
			const keyPlace = this.placeOf(yaml) ?? gap;
			const key = this.key(yaml, path, keyPlace);
			if (key !== "" && seen.has(key))
				this.refuse(
					keyPlace,
					[...path, key],
					"is given a second time; keep one",
				);
			seen.add(key);
			const node = this.node(
				pair.value as YamlNode | null,
				[...path, key],
				keyPlace,
			);
			return { key, keyPlace, node };
		});
	}

	private key(yaml: YamlNode | null, path: Path, place: Place): string {
		if (!isScalar(yaml) || typeof yaml.value !== "string") {
			this.refuse(place, path, "has a key that is not a plain word");
			return "";
		}
		this.refuseDecoration(yaml, place, path);
		const key = yaml.value;
		if (key.length > LONGEST_KEY || key === "" || CONTROL.test(key))
			this.refuse(place, path, "has a key that is not a plain word");
		if (key === "<<")
			this.refuse(place, path, "has the merge key <<; write the fields out");
		if (FORBIDDEN_KEYS.has(key))
			this.refuse(place, path, `has the key "${key}", which no field may have`);
		return key.length > LONGEST_KEY || FORBIDDEN_KEYS.has(key) ? "" : key;
	}

	private scalar(value: unknown, path: Path, place: Place): Scalar {
		const problem = scalarProblem(value);
		if (problem !== null) this.refuse(place, path, problem);
		return typeof value === "string" ||
			typeof value === "number" ||
			typeof value === "boolean"
			? value
			: null;
	}
}

/**
 * A parsed document as plain data that knows where it stands.
 *
 * @throws {ScenarioError} with every alias, anchor, tag, key and scalar that is refused
 */
export function nodesOf(root: ParsedNode, lines: Lines): Node {
	const reader = new Reader(lines);
	const node = reader.node(root, [], lines.place(0));
	if (reader.faults.length > 0) throw new ScenarioError(reader.faults);
	return node;
}
