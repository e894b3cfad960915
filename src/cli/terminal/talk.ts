/** Output of every command: answers to standard output, talk to standard error. */

import { writeSync } from "node:fs";
import { CommandError } from "../../actions/refusal.ts";

const STDOUT = 1;
const STDERR = 2;
/** Milliseconds to wait for the reader of a full pipe. */
const PATIENCE = 5;

/**
 * Results: on standard output, to the last byte.
 *
 * @throws {CommandError} exit 7 when they do not arrive, e.g. on a closed pipe or a full disk
 */
export function print(text: string): void {
	try {
		writeAll(STDOUT, `${text}\n`);
	} catch (error) {
		throw new CommandError(
			`standard output did not take all of the answer (${codeOf(error)})`,
			"stopped",
		);
	}
}

/** Talk: on standard error; nobody need be listening. */
export function say(text: string): void {
	try {
		writeAll(STDERR, `${text}\n`);
	} catch (error) {
		if (codeOf(error) === "") throw error;
	}
}

/** Writes all of a text: one call may write short, and a console would still exit 0. */
function writeAll(descriptor: number, text: string): void {
	const bytes = Buffer.from(text, "utf8");
	for (let written = 0; written < bytes.length; )
		written += writeSome(descriptor, bytes, written);
}

function writeSome(descriptor: number, bytes: Buffer, from: number): number {
	try {
		return writeSync(descriptor, bytes, from);
	} catch (error) {
		if (codeOf(error) !== "EAGAIN") throw error;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
		return 0;
	}
}

function codeOf(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}
