import type { z } from "zod";
import type { Fault, Place } from "./fault.ts";
import { TOP_KEYS } from "./file-format.ts";
import { didYouMean } from "./nearest.ts";
import {
	keyPlaceAt,
	type Node,
	type Path,
	pathText,
	placeAt,
	plain,
} from "./node.ts";
import { keysOfKind, SHOCK_KINDS } from "./shock-fields.ts";

type Issue = z.core.$ZodIssue;

const asPath = (path: readonly PropertyKey[]): Path =>
	path.map((part) => (typeof part === "number" ? part : String(part)));

function valueAt(root: Node, path: Path): unknown {
	let value: unknown = plain(root);
	for (const part of path)
		value =
			typeof value === "object" && value !== null
				? (value as Record<string | number, unknown>)[part]
				: undefined;
	return value;
}

function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? "nothing";
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Keys that may stand where an unknown one was found. */
function knownKeys(root: Node, path: Path): readonly string[] {
	if (path.length === 0) return TOP_KEYS;
	if (path[0] === "shocks" && path.length === 2)
		return keysOfKind(String(valueAt(root, [...path, "kind"])));
	return [];
}

function error(
	place: Place,
	message: string,
	hint: string | null = null,
): Fault {
	return { place, message, hint, severity: "error" };
}

function unknownKeys(root: Node, path: Path, keys: readonly string[]): Fault[] {
	return keys.map((key) => {
		const known = knownKeys(root, path);
		const list =
			known.length > 0 && didYouMean(key, known) === ""
				? `; expected one of ${known.join(", ")}`
				: didYouMean(key, known);
		return error(keyPlaceAt(root, path, key), `unknown key "${key}"${list}`);
	});
}

function wrongKind(root: Node, path: Path): Fault {
	const kind = valueAt(root, path);
	const name = pathText(path);
	if (kind === undefined)
		return error(
			placeAt(root, path),
			`${name} is missing; expected one of ${SHOCK_KINDS.join(", ")}`,
		);
	return error(
		placeAt(root, path),
		`${name} is ${shown(kind)}${didYouMean(String(kind), SHOCK_KINDS) || `; expected one of ${SHOCK_KINDS.join(", ")}`}`,
	);
}

/** 35 for a share is likely a percentage. */
function shareHint(message: string, value: unknown): string | null {
	return /it must be at most 1 /.test(message) &&
		typeof value === "number" &&
		value > 1 &&
		value <= 100
		? `did you mean ${value / 100}?`
		: null;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
	string: "words",
	number: "a number",
	boolean: "true or false",
	array: "a list",
	object: "a map of fields",
	record: "a map of fields",
};

function wanted(issue: Issue): string {
	switch (issue.code) {
		case "invalid_type":
			return `expected ${TYPE_WORDS[issue.expected] ?? issue.expected}`;
		case "invalid_value":
			return `expected ${issue.values.map((v) => JSON.stringify(v)).join(" or ")}`;
		case "too_big":
			return `it must be at most ${issue.maximum}${issue.origin === "string" ? " characters long" : issue.origin === "array" ? " items long" : ""}`;
		case "too_small":
			return `expected ${issue.minimum} or more${issue.origin === "string" ? " characters" : issue.origin === "array" ? " items" : ""}`;
		default:
			return issue.message.startsWith("Invalid")
				? "expected something else"
				: issue.message;
	}
}

function general(root: Node, path: Path, issue: Issue): Fault {
	const value = valueAt(root, path);
	const place = placeAt(root, path);
	const name = pathText(path) || "the file";
	if (issue.code === "custom")
		return error(
			place,
			`${name} ${issue.message}`,
			shareHint(issue.message, value),
		);
	if (value === undefined)
		return error(place, `${name} is missing; ${wanted(issue)}`);
	const near =
		issue.code === "invalid_value" && typeof value === "string"
			? didYouMean(value, issue.values.map(String))
			: "";
	return error(place, `${name} is ${shown(value)}; ${wanted(issue)}${near}`);
}

/** The innermost issues of a union: those of the branch that got furthest. */
function ofUnion(root: Node, path: Path, issue: Issue): Fault[] {
	if (issue.code !== "invalid_union") return [];
	if (path[0] === "shocks" && path.length <= 3 && "discriminator" in issue)
		return [wrongKind(root, path.at(-1) === "kind" ? path : [...path, "kind"])];
	const branches = issue.errors.filter((branch) => branch.length > 0);
	const value = valueAt(root, path);
	const deep = branches.find((branch) =>
		branch.some((inner) => inner.path.length > 0),
	);
	if (deep === undefined || !Array.isArray(value))
		return [
			error(
				placeAt(root, path),
				`${pathText(path)} is ${shown(value)}; expected "all" or a list of regions`,
			),
		];
	return deep.flatMap((inner) =>
		faultsOfIssue(root, { ...inner, path: [...path, ...inner.path] } as Issue),
	);
}

function faultsOfIssue(root: Node, issue: Issue): Fault[] {
	const path = asPath(issue.path);
	if (issue.code === "unrecognized_keys")
		return unknownKeys(root, path, issue.keys);
	if (issue.code === "invalid_union") return ofUnion(root, path, issue);
	return [general(root, path, issue)];
}

/** Issues of the file's schema as faults with a place, one line each. */
export function faultsOf(root: Node, problem: z.ZodError): readonly Fault[] {
	return problem.issues.flatMap((issue) => faultsOfIssue(root, issue));
}
