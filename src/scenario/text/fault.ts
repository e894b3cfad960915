/** Faults of a scenario file: where, what was found, what would do. */

/** Where something stands in a file: lines and columns count from 1. */
export interface Place {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	/** characters it takes on its line */
	readonly length: number;
}

/** Something that is not sound in a scenario file: where, what was found, what would do. */
export interface Fault {
	readonly place: Place;
	/** path of the field in its file, e.g. `shocks[1].quota`; `the file` for all of it */
	readonly field: string;
	/** lower case, one line */
	readonly message: string;
	/** what to write instead, shown under the caret */
	readonly hint: string | null;
	/** warnings do not keep a scenario from running */
	readonly severity: "error" | "warning";
}

/** Faults told of one scenario; what lies beyond is only counted. */
export const MOST_FAULTS = 50;

function cutShort(faults: readonly Fault[]): readonly Fault[] {
	const rest = faults.length - MOST_FAULTS;
	const last = faults[MOST_FAULTS];
	if (rest <= 0 || last === undefined) return faults;
	const message = `${rest} more ${rest === 1 ? "fault follows" : "faults follow"} from here on; mend those above first`;
	return [...faults.slice(0, MOST_FAULTS), { ...last, message, hint: null }];
}

/** A scenario that cannot be read, with all its faults. */
export class ScenarioError extends Error {
	override readonly name = "ScenarioError";
	readonly faults: readonly Fault[];

	constructor(faults: readonly Fault[]) {
		const told = cutShort(faults);
		super(told.map(faultLine).join("\n"));
		this.faults = told;
	}
}

/** `file:line:column  message` */
export function faultLine(fault: Fault): string {
	const { file, line, column } = fault.place;
	const warning = fault.severity === "warning" ? "warning: " : "";
	return `${file}:${line}:${column}  ${warning}${fault.message}`;
}

/** Longest stretch of a line that a code frame shows, characters. */
const WIDEST_FRAME = 120;

/** Lines of a file around a fault, with a caret under it; empty when the text is unknown. */
export function codeFrame(fault: Fault, text: string | undefined): string {
	if (text === undefined) return "";
	const lines = text.split(/\r?\n/);
	const { line, column, length } = fault.place;
	const found = lines[line - 1];
	if (found === undefined) return "";
	const width = String(line).length;
	const start = column <= WIDEST_FRAME ? 0 : column - WIDEST_FRAME / 2;
	const numbered = (n: number): string =>
		`  ${String(n).padStart(width)} │ ${(lines[n - 1] ?? "").replace(/\t/g, " ").slice(start, start + WIDEST_FRAME)}`;
	const room = Math.min(found.length, start + WIDEST_FRAME) - column + 1;
	const carets = "^".repeat(Math.max(1, Math.min(length, room)));
	const caret = `${" ".repeat(width + 2)} │ ${" ".repeat(column - 1 - start)}${carets}`;
	const above = line > 1 ? [numbered(line - 1)] : [];
	return [
		...above,
		numbered(line),
		fault.hint === null ? caret : `${caret}  ${fault.hint}`,
	].join("\n");
}
