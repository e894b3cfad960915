/** The words of `--precision`: how many replicates a batch takes, said while they are found. */

import type { Planned } from "../../actions/batch/batch-request.ts";
import { settleBatch } from "../../actions/batch/settle-batch.ts";
import type { Settled } from "../../experiment/enough.ts";
import { numberWords } from "../../words/numbers.ts";
import type { BatchCommand } from "../line/batch-options.ts";
import { onInterrupt } from "../terminal/interrupt.ts";
import { say } from "../terminal/talk.ts";

/**
 * A batch with as many replicates as `--precision` takes, whose first blocks are computed
 * already; as it was without the flag; null, once that is said, when interrupted.
 */
export async function settledBatch(
	batch: Planned<BatchCommand>,
	talk: (line: string) => void,
): Promise<Planned<BatchCommand> | null> {
	const { aim, metric } = batch.options;
	if (aim === null) return batch;
	const interrupt = onInterrupt(() => say("stopping; nothing is kept yet"));
	const { signal } = interrupt;
	try {
		const found = await settleBatch(batch, aim, { signal, note: talk });
		if (found === null) return null;
		talk(settledWords(found.settled, metric));
		return found.batch;
	} finally {
		interrupt.release();
	}
}

function settledWords(
	{ replicates, reached, precision }: Settled,
	metric: string,
): string {
	const known = `the mean of ${metric} is known to ±${numberWords(100 * precision)} % (half of its 95 % interval)`;
	return reached
		? `enough after ${replicates} replicates: ${known}`
		: `not enough after ${replicates} replicates, the most allowed: ${known}`;
}
