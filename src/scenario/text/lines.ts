/** Lines and columns of a text. */

import type { Place } from "./fault.ts";

/** Finds lines and columns in a text. */
export class Lines {
	private readonly file: string;
	/** offset of the first character of each line, ascending */
	private readonly starts: readonly number[];

	constructor(text: string, file: string) {
		this.file = file;
		this.starts = [0, ...[...text.matchAll(/\n/g)].map((m) => m.index + 1)];
	}

	/** The place of the characters [from, to). */
	place(from: number, to = from + 1): Place {
		let low = 0;
		let high = this.starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.starts[middle] as number) <= from) low = middle;
			else high = middle - 1;
		}
		return {
			file: this.file,
			line: low + 1,
			column: from - (this.starts[low] as number) + 1,
			length: Math.max(1, to - from),
		};
	}
}
