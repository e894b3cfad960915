/** Text of a comparison of two scenarios, a sentence a shock and its changed fields below. */

import type { Shock } from "../../scenario/types.ts";
import { dayWords } from "../../words/dates.ts";
import { wrapped } from "../terminal/columns.ts";
import type { FieldChange } from "./leaves.ts";
import type { ScenarioChanges, ShockChange } from "./scenario-changes.ts";

const INDENT = "    ";

/** Fields that say nothing new of a shock that stands in one scenario alone. */
const TOLD_ALREADY = new Set(["kind", "label", "from", "to"]);
/** Numbers that are as good as absent. */
const PLAIN_VALUES: Readonly<Record<string, string>> = {
	probability: "1",
	slip: "1",
	premium: "0 USD/t",
};

/**
 * Lines that tell how two scenarios differ.
 *
 * @param names of both, as the reader wrote them
 */
export function scenarioLines(
	changes: ScenarioChanges,
	[a, b]: readonly [string, string],
	width: number,
): readonly string[] {
	const { frame, expectations, parameters, shocks } = changes;
	const isAlike =
		[frame, expectations.a, expectations.b, parameters, shocks].flat()
			.length === 0;
	return [
		isAlike
			? `${a} and ${b} are the same in every word.`
			: verdict(changes, a, b),
		...[...frame, ...parameters].flatMap((change) =>
			hanging(fieldWords(change), width),
		),
		...shocks.flatMap((change) => [
			...hanging(sentenceOf(change, a, b), width),
			...detailLines(change, width),
		]),
		...expectations.a.map((text) => `  only ${a} expects ${text}`),
		...expectations.b.map((text) => `  only ${b} expects ${text}`),
	];
}

/** Words in lines, the first set out. */
export function hanging(text: string, width: number): readonly string[] {
	return wrapped(text, width - 2, "  ").map((line, i) =>
		i === 0 ? line : `  ${line}`,
	);
}

/** Sums up the differences in one sentence. */
function verdict(
	{ same, shocks }: ScenarioChanges,
	a: string,
	b: string,
): string {
	if (same)
		return `${a} and ${b} are the same to the bit: their numbers are equal, their words differ:`;
	const count = (change: ShockChange["change"]) =>
		shocks.filter((one) => one.change === change).length;
	return `${b} against ${a}: ${counted(count("added"), "shock")} more, ${count("removed")} fewer, ${count("changed")} changed`;
}

const counted = (n: number, word: string): string =>
	`${n} ${word}${n === 1 ? "" : "s"}`;

/** A shock in a dated sentence. */
function sentenceOf(
	{ change, shock, moves }: ShockChange,
	a: string,
	b: string,
): string {
	const name = `"${shock.label}" (${shock.id}, ${shock.kind.replaceAll("-", " ")})`;
	const dates = datesOf(shock);
	if (change === "added") return `+ From ${dates}: ${name}, only in ${b}`;
	if (change === "removed") return `- From ${dates}: ${name}, only in ${a}`;
	return `~ From ${dates}: ${name} ${moves ? "differs" : "differs in words alone"}`;
}

function datesOf({ from, to }: Shock): string {
	return to === null
		? `${dayWords(from)} on`
		: `${dayWords(from)} to ${dayWords(to)}`;
}

function detailLines(
	{ change, fields }: ShockChange,
	width: number,
): readonly string[] {
	if (change === "changed")
		return fields.flatMap((field) => wrapped(fieldWords(field), width, INDENT));
	const origin = fields.find(({ field }) => field === "basis and source");
	const told = fields
		.filter((one) => one !== origin && !isPlain(one))
		.map(({ field, a, b }) => `${field} ${b ?? a}`);
	return [
		...wrapped(told.join("; "), width, INDENT),
		...wrapped(origin?.b ?? origin?.a ?? "", width, INDENT),
	];
}

function isPlain({ field, a, b }: FieldChange): boolean {
	return TOLD_ALREADY.has(field) || PLAIN_VALUES[field] === (b ?? a);
}

/** `capacity: 2,000 t/y → 5,000 t/y`. */
function fieldWords({ field, a, b }: FieldChange): string {
	const none = field.startsWith("source of ")
		? "as all of the shock"
		: "not set";
	return `${field}: ${a ?? none} → ${b ?? none}`;
}
