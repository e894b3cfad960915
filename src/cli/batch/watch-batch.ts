/** A batch under a progress bar, ended softly by the first Ctrl-C. */

import type { Watch } from "../../actions/batch/make-batch.ts";
import type { BatchEnd } from "../../storage/folder/batch-end.ts";
import { safeText } from "../../words/safe-text.ts";
import { withResumeLine } from "../line/repeat-line.ts";
import { onInterrupt } from "../terminal/interrupt.ts";
import { progressBar } from "../terminal/progress.ts";
import { say } from "../terminal/talk.ts";

/** Means to go on with a batch that stops. */
export interface GoingOn {
	/** address of the Redis whose workers compute, if any do */
	readonly through?: string | null;
	/** true when the folder outlives the command */
	readonly isKept?: boolean;
}

/**
 * Makes a batch under a progress bar. The first Ctrl-C ends it softly; a disk that takes
 * no more is told with the line that goes on.
 *
 * @param total replicates of each scenario that are expected
 * @throws {CommandError} exit 7 with the line that resumes
 */
export async function watched(
	total: number,
	quiet: boolean,
	make: (watch: Watch) => Promise<BatchEnd>,
	{ through = null, isKept = true }: GoingOn = {},
): Promise<BatchEnd> {
	const bar = progressBar(total, quiet);
	let folder: string | null = null;
	const interrupt = onInterrupt(() => {
		bar.stop();
		say("finishing the blocks under way; once more stops at once");
	});
	try {
		return await make({
			signal: interrupt.signal,
			onFolder: (made) => {
				folder = made;
				bar.start();
			},
			onProgress: bar.update,
			note: quiet ? () => {} : (line) => bar.tell(safeText(line)),
		});
	} catch (error) {
		throw folder === null || !isKept
			? error
			: withResumeLine(error, folder, through);
	} finally {
		bar.stop();
		interrupt.release();
	}
}
