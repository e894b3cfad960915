/** Queue of a batch on many machines, tried before any results folder is begun. */

import type { RunnerOpener } from "../../actions/batch/runner-opener.ts";
import { openRedis } from "../../queue/connection.ts";
import { queueRunner } from "../../queue/queue-runner.ts";
import { aboutProgram } from "../../storage/folder/about-program.ts";
import { type QueueChoice, workerLine } from "../line/queue-choice.ts";

/**
 * Opener of a queue that is known to be there and fit, so that no results folder is
 * begun for nothing.
 *
 * @throws {UnusableQueueError} when it cannot be used as it was asked for
 * @throws {StoppedError} when it is not there
 */
export async function queueOpener(choice: QueueChoice): Promise<RunnerOpener> {
	const { address, share } = choice;
	(await openRedis(address)).disconnect();
	const { stibium: program } = await aboutProgram();
	return (plan, folder, tell) =>
		queueRunner(plan, {
			address,
			share,
			folder,
			program,
			tell,
			workerLine: workerLine(choice),
		});
}
