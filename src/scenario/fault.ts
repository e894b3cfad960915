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
	/** lower case, one line */
	readonly message: string;
	/** what to write instead, shown under the caret */
	readonly hint: string | null;
	/** warnings do not keep a scenario from running */
	readonly severity: "error" | "warning";
}

/** A scenario that cannot be read, with all its faults. */
export class ScenarioError extends Error {
	override readonly name = "ScenarioError";
	readonly faults: readonly Fault[];

	constructor(faults: readonly Fault[]) {
		super(faults.map(faultLine).join("\n"));
		this.faults = faults;
	}
}

/** `file:line:column  message` */
export function faultLine(fault: Fault): string {
	const { file, line, column } = fault.place;
	const warning = fault.severity === "warning" ? "warning: " : "";
	return `${file}:${line}:${column}  ${warning}${fault.message}`;
}

/** Lines of a file around a fault, with a caret under it; empty when the text is unknown. */
export function codeFrame(fault: Fault, text: string | undefined): string {
	if (text === undefined) return "";
	const lines = text.split(/\r?\n/);
	const { line, column, length } = fault.place;
	const found = lines[line - 1];
	if (found === undefined) return "";
	const width = String(line).length;
	const numbered = (n: number): string =>
		`  ${String(n).padStart(width)} │ ${(lines[n - 1] ?? "").replace(/\t/g, " ")}`;
	const room = Math.max(1, found.length - column + 1);
	const caret = `${" ".repeat(width + 2)} │ ${" ".repeat(column - 1)}${"^".repeat(Math.max(1, Math.min(length, room)))}`;
	const above = line > 1 ? [numbered(line - 1)] : [];
	return [
		...above,
		numbered(line),
		fault.hint === null ? caret : `${caret}  ${fault.hint}`,
	].join("\n");
}
