/** Records of quotes and tonnes opened from a file that a user names. */

import { relative, resolve } from "node:path";
import { readRecord } from "../../inference/record-file/read-record.ts";
import type {
	ReadRow,
	RecordReach,
} from "../../inference/record-file/read-row.ts";
import { pathProblem, plainBytes } from "../../storage/disk/plain-file.ts";
import { safeText } from "../../words/safe-text.ts";
import { CommandError } from "../refusal.ts";

/** Largest file of a record, bytes. */
const LARGEST = 2_000_000;

/** The path of a file as messages show it: relative where it lies below. */
function shownPath(path: string): string {
	const short = relative(process.cwd(), path);
	return short === "" || short.startsWith("..") ? path : short;
}

/**
 * Text of a record, and the path by which messages name it.
 *
 * @throws {CommandError} exit 2 when it is no plain file of text
 */
export function recordText(word: string): {
	readonly file: string;
	readonly text: string;
} {
	const path = resolve(word);
	const refuse = (problem: string): never => {
		throw new CommandError(`${safeText(word)} ${problem}`);
	};
	try {
		const bytes = plainBytes(path, LARGEST);
		if ("problem" in bytes) return refuse(bytes.problem);
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return { file: shownPath(path), text };
	} catch (error) {
		if (error instanceof CommandError) throw error;
		if (error instanceof TypeError)
			return refuse("is not UTF-8 text; save it as UTF-8");
		return refuse(pathProblem(error, "a record"));
	}
}

/** Rows of a record. @throws {CommandError} as `recordText` @throws {ScenarioError} with every fault */
export function openRecord(
	word: string,
	reach: RecordReach,
): readonly ReadRow[] {
	const { file, text } = recordText(word);
	return readRecord(file, text, reach);
}
