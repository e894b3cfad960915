import { planOf } from "../../actions/batch/batch-request.ts";
import { threadRunner } from "../../actions/threads/thread-runner.ts";
import { settle } from "../../experiment/enough.ts";
import { KeptBlocks } from "../../experiment/kept-blocks.ts";
import { metricInMemory } from "../../experiment/metric-in-memory.ts";
import { numberWords } from "../../words/numbers.ts";
import type { BatchCommand } from "../line/batch-options.ts";
import { onInterrupt } from "../terminal/interrupt.ts";
import { say } from "../terminal/talk.ts";

/**
 * A request with as many replicates as `--precision` takes, whose first blocks are computed
 * already; as it was without the flag; null, once that is said, when interrupted.
 */
export async function settledRequest(
	request: BatchCommand,
	talk: (line: string) => void,
): Promise<BatchCommand | null> {
	const { aim, metric, workers } = request.options;
	if (aim === null) return request;
	const kept = new KeptBlocks();
	const threads = (plan: ReturnType<typeof planOf>) =>
		kept.over(plan, () => threadRunner(plan, { workers }));
	const interrupt = onInterrupt(() => say("stopping; nothing is kept yet"));
	try {
		const settled = await settle(aim, async (from, to) => {
			talk(`replicates ${from} to ${to - 1}, then a look at ${metric}`);
			const plan = planOf(request, { from, to });
			const runner = threads(plan);
			const { signal } = interrupt;
			return metricInMemory(plan, runner, metric, { signal }).finally(() =>
				runner.close(),
			);
		});
		if (settled === null) return null;
		talk(settledWords(settled, metric));
		const options = { ...request.options, replicates: settled.replicates };
		return { ...request, options, openRunner: threads };
	} finally {
		interrupt.release();
	}
}

function settledWords(
	settled: NonNullable<Awaited<ReturnType<typeof settle>>>,
	metric: string,
): string {
	const { replicates, reached, precision } = settled;
	const known = `the mean of ${metric} is known to ±${numberWords(100 * precision)} % (half of its 95 % interval)`;
	return reached
		? `enough after ${replicates} replicates: ${known}`
		: `not enough after ${replicates} replicates, the most allowed: ${known}`;
}
