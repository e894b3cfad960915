/** Issues of a schema told as faults of the file. */

import { z } from "zod";
import { didYouMean, nearest } from "../nearest.ts";
import type { Fault } from "./fault.ts";
import {
	fieldAt,
	keyPlaceAt,
	type Node,
	nodeAt,
	type Path,
	placeAt,
	plain,
} from "./node.ts";
import { shown } from "./shown.ts";

type Issue = z.core.$ZodIssue;

/** Words that other formats use for our keys. */
const SYNONYMS: Readonly<Record<string, string>> = {
	until: "to",
	end: "to",
	start: "from",
	date: "from",
	agent: "agents",
	title: "name",
	description: "question",
	type: "kind",
	country: "region",
};

/** Issues told of one field; a hostile file has no more than these explained. */
const MOST_ISSUES = 60;

const asPath = (path: readonly PropertyKey[]): Path =>
	path.map((part) => (typeof part === "number" ? part : String(part)));

/** A key that no field has, with the nearest that one has. */
export function unknownKey(
	root: Node,
	at: Path,
	key: string,
	known: readonly string[],
): Fault {
	const synonym = SYNONYMS[key] ?? "";
	const near = known.includes(synonym) ? synonym : nearest(key, known);
	const remedy =
		near === null
			? `expected one of ${known.slice(0, 20).join(", ")}`
			: `did you mean "${near}"?`;
	return {
		place: keyPlaceAt(root, at, key),
		field: fieldAt(root, [...at, key]),
		message: `unknown key "${key.slice(0, 60)}"; ${remedy}`,
		hint: near,
		severity: "error",
	};
}

/** The schema of what stands at a path inside a field; undefined where it leaves the schema. */
function schemaAt(schema: unknown, path: Path): unknown {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
		return schemaAt(schema.unwrap(), path);
	const [part, ...rest] = path;
	if (part === undefined) return schema;
	if (schema instanceof z.ZodArray) return schemaAt(schema.element, rest);
	if (schema instanceof z.ZodObject)
		return schemaAt(schema.shape[String(part)], rest);
	return undefined;
}

function keysOf(schema: unknown, path: Path): readonly string[] {
	const found = schemaAt(schema, path);
	return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
	string: "words",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	array: "a list",
	object: "a map of fields",
	record: "a map of fields",
};
const LENGTH_WORDS: Readonly<Record<string, string>> = {
	string: " characters",
	array: " items",
};

function wanted(issue: Issue): string {
	switch (issue.code) {
		case "invalid_type":
			return `expected ${TYPE_WORDS[issue.expected] ?? issue.expected}`;
		case "invalid_value":
			return `expected ${issue.values.length > 1 ? "one of " : ""}${issue.values.join(", ")}`;
		case "too_big":
			return `it must be at most ${issue.maximum}${LENGTH_WORDS[issue.origin] ?? ""}`;
		case "too_small":
			return `expected ${issue.minimum} or more${LENGTH_WORDS[issue.origin] ?? ""}`;
		default:
			return issue.message;
	}
}

function hintOf(issue: Issue): string | null {
	const hint: unknown =
		issue.code === "custom" ? issue.params?.["hint"] : undefined;
	return typeof hint === "string" ? hint : null;
}

function plainFault(root: Node, path: Path, issue: Issue): Fault {
	const node = nodeAt(root, path);
	const value = node && plain(node);
	const near =
		issue.code === "invalid_value" && typeof value === "string"
			? didYouMean(value, issue.values.map(String))
			: "";
	const field = fieldAt(root, path);
	const said =
		issue.code === "custom"
			? issue.message
			: `is ${shown(value)}; ${wanted(issue)}${near}`;
	return {
		place: placeAt(root, path),
		field,
		message: `${field} ${said}`,
		hint: hintOf(issue),
		severity: "error",
	};
}

/** A union of a word and a list: the faults of the items when it is a list, else what would do. */
function unionFaults(
	root: Node,
	schema: unknown,
	path: Path,
	issue: Extract<Issue, { code: "invalid_union" }>,
): readonly Fault[] {
	const list = nodeAt(root, path)?.kind === "list";
	const inner = issue.errors.find((branch) =>
		branch.some(({ path: deep }) => deep.length > 0),
	);
	if (list && inner !== undefined)
		return issueFaults(root, schema, path, inner);
	const message = list
		? "expected at least one region"
		: 'expected "all" or a list of regions, such as [US]';
	return [plainFault(root, path, { ...issue, code: "invalid_union", message })];
}

/**
 * Issues of one field as faults with a place, one line each.
 *
 * @param at path of the field in the file
 */
export function issueFaults(
	root: Node,
	schema: unknown,
	at: Path,
	issues: readonly Issue[],
): readonly Fault[] {
	return issues.slice(0, MOST_ISSUES).flatMap((issue) => {
		const inner = asPath(issue.path);
		const path = [...at, ...inner];
		if (issue.code === "unrecognized_keys")
			return issue.keys
				.slice(0, MOST_ISSUES)
				.map((key) => unknownKey(root, path, key, keysOf(schema, inner)));
		if (issue.code === "invalid_union")
			return unionFaults(root, schema, path, issue);
		const known: unknown =
			issue.code === "custom" ? issue.params?.["known"] : undefined;
		if (Array.isArray(known))
			return [unknownKey(root, path.slice(0, -1), String(path.at(-1)), known)];
		return [plainFault(root, path, issue)];
	});
}
