import { writeSync } from "node:fs";

const STDOUT = 1;
const STDERR = 2;

/** Writes all of a text, or throws: a console may write short and still exit 0. */
function writeAll(descriptor: number, text: string): void {
	const bytes = Buffer.from(text, "utf8");
	let written = 0;
	while (written < bytes.length) {
		try {
			written += writeSync(descriptor, bytes, written);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
		}
	}
}

/** Results: on standard output. */
export function print(text: string): void {
	writeAll(STDOUT, `${text}\n`);
}

/** Talk: on standard error, nothing when quiet. */
export function say(text: string, quiet = false): void {
	if (!quiet) writeAll(STDERR, `${text}\n`);
}
