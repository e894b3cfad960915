/** `worker`: threads of this machine that compute blocks of batches enqueued elsewhere. */

import { threadRunner } from "../../actions/threads/thread-runner.ts";
import { type Served, serveQueue } from "../../queue/serve.ts";
import { aboutProgram } from "../../storage/folder/about-program.ts";
import { safeText } from "../../words/safe-text.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import type { QueueChoice } from "../line/queue-choice.ts";
import { onInterrupt } from "../terminal/interrupt.ts";
import { print, say } from "../terminal/talk.ts";

/** Words and flags of `worker`. */
export interface WorkRequest extends CommonOptions, QueueChoice {
	readonly threads: number;
	readonly untilEmpty: boolean;
}

const EXITS: Readonly<Record<Served["end"], ExitCode>> = {
	empty: EXIT.done,
	refused: EXIT.usage,
	interrupted: EXIT.interrupted,
};

/** Serves a queue on threads of this machine until there is no more to do. */
export async function workForQueue(request: WorkRequest): Promise<ExitCode> {
	const { address, share, threads, untilEmpty, quiet, json } = request;
	const talk = quiet ? () => {} : (line: string) => say(safeText(line));
	const interrupt = onInterrupt(() =>
		talk("finishing or giving back the blocks under way; once more stops"),
	);
	const { stibium: program } = await aboutProgram();
	talk(
		`${threads} thread${threads === 1 ? "" : "s"} for the batches at ${address.shown}`,
	);
	try {
		const { end, ...done } = await serveQueue({
			address,
			share,
			program,
			untilEmpty,
			openRunner: (plan) => threadRunner(plan, { workers: threads }),
			signal: interrupt.signal,
			tell: talk,
			warn: (line) => say(safeText(line)),
		});
		if (json) print(JSON.stringify({ end, ...done }));
		else talk(endWords(end, done));
		return EXITS[end];
	} finally {
		interrupt.release();
	}
}

function endWords(
	end: Served["end"],
	{ batches, blocks }: Omit<Served, "end">,
): string {
	const done = `${blocks} block${blocks === 1 ? "" : "s"} of ${batches} batch${batches === 1 ? "" : "es"} done`;
	switch (end) {
		case "empty":
			return `no batch is open; ${done}`;
		case "refused":
			return `every batch that is open is refused; ${done}`;
		case "interrupted":
			return `interrupted; ${done}`;
	}
}
