/** A planned batch is run into a results folder of its own. */

import { wholeRange } from "../../experiment/plan.ts";
import type { BatchProgress } from "../../experiment/run-batch.ts";
import { faultLine } from "../../scenario/text/fault.ts";
import type { BatchEnd } from "../../storage/folder/batch-end.ts";
import { makeResults } from "../../storage/folder/make-results.ts";
import type { Planned } from "./batch-request.ts";
import { threadOpener } from "./runner-opener.ts";

/** Signal and listeners by which a batch is stopped and followed. */
export interface Watch {
	/** ends the blocks under way and begins no other */
	readonly signal: AbortSignal;
	/** told as soon as there is a folder to go on with */
	readonly onFolder: (folder: string) => void;
	readonly onProgress: (progress: BatchProgress) => void;
	/** says a line while blocks are computed */
	readonly note: (line: string) => void;
}

/**
 * Runs a batch into a folder of its own: folder and manifest stand before the first
 * replicate, the tables come at the end.
 *
 * @throws as `makeResults`
 */
export function makeBatch(
	{ plan, opened, comparing, charts, design, options, ...asked }: Planned,
	{ note = () => {}, ...watch }: Partial<Watch> = {},
): Promise<BatchEnd> {
	const order = opened.map(({ scenario }) => scenario.name);
	const open = asked.openRunner ?? threadOpener(options.workers);
	return makeResults({
		plan,
		order,
		charts,
		destination: options.out,
		...watch,
		design: design ?? null,
		base: comparing ? (order[0] ?? null) : null,
		command: asked.repeat(wholeRange(plan).to),
		warnings: opened.flatMap((one) => one.warnings.map(faultLine)),
		openRunner: (ready, folder) => open(ready, folder, note),
	});
}
