/** File of known truths as they are recovered, one line each, from which a killed trial goes on. */

import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { CalibrationSize } from "../../inference/calibration/size.ts";

/** One known truth: which of its numbers the posterior covered. */
export interface FoundTruth {
	readonly truth: number;
	/** one a free number */
	readonly covered: readonly boolean[];
	/** share of the prior's spread that the record took away, one a free number */
	readonly contractions: readonly number[];
	readonly seconds: number;
}

/** What a truth was found by; lines of another trial do not count. */
export interface TrialOf {
	readonly commit: string | null;
	readonly seed: string;
	readonly size: CalibrationSize;
}

/** Truths found so far, on disk. */
export class TruthsFile {
	readonly #path: string;
	readonly #trial: string;
	readonly #found: Map<number, FoundTruth>;

	private constructor(
		path: string,
		trial: string,
		found: Map<number, FoundTruth>,
	) {
		this.#path = path;
		this.#trial = trial;
		this.#found = found;
	}

	/** Reads what an earlier run of the same trial left; a torn last line is made anew. */
	static async open(path: string, trial: TrialOf): Promise<TruthsFile> {
		await mkdir(dirname(path), { recursive: true });
		const own = JSON.stringify(trial);
		const text = await readFile(path, "utf8").catch(() => "");
		const found = new Map<number, FoundTruth>();
		for (const line of text.split("\n")) {
			const one = readLine(line);
			if (one !== null && one.trial === own) found.set(one.truth, one);
		}
		if (text !== "" && !text.endsWith("\n")) await appendFile(path, "\n");
		return new TruthsFile(path, own, found);
	}

	/** The truth of a number, null when it is still to be sought. */
	found(truth: number): FoundTruth | null {
		return this.#found.get(truth) ?? null;
	}

	async add(one: FoundTruth): Promise<void> {
		this.#found.set(one.truth, one);
		const line = JSON.stringify({ ...one, trial: this.#trial });
		await appendFile(this.#path, `${line}\n`);
	}
}

function readLine(
	line: string,
): (FoundTruth & { readonly trial: string }) | null {
	try {
		return line === "" ? null : JSON.parse(line);
	} catch {
		return null;
	}
}
