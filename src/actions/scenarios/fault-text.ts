/** Faults of scenario files as a user reads them, each amid the lines around it. */

import { readFileSync, statSync } from "node:fs";
import { codeFrame, type Fault, faultLine } from "../../scenario/text/fault.ts";
import { LARGEST_FILE } from "../../scenario/text/read-yaml.ts";
import { safeText } from "../../words/safe-text.ts";

/** Faults file by file in the order of their lines, each with the lines around it. */
export function faultsText(faults: readonly Fault[]): string {
	const files = [...new Set(faults.map(({ place }) => place.file))];
	return files
		.flatMap((file) => {
			const text = textAt(file);
			return faults
				.filter(({ place }) => place.file === file)
				.sort(byPlace)
				.map((fault) => framed(fault, text));
		})
		.join("\n");
}

function byPlace({ place: a }: Fault, { place: b }: Fault): number {
	return a.line - b.line || a.column - b.column;
}

function framed(fault: Fault, text: string | undefined): string {
	const frame = codeFrame(fault, text);
	const line = faultLine(fault);
	return safeText(frame === "" ? line : `${line}\n${frame}`);
}

/** The text of a file small enough to be a scenario; undefined for anything else. */
function textAt(path: string): string | undefined {
	try {
		const { size } = statSync(path);
		return size > LARGEST_FILE ? undefined : readFileSync(path, "utf8");
	} catch {
		return undefined;
	}
}
