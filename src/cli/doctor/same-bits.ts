/** Check that this machine gives the numbers of this version, in one process and on a thread. */

import { availableParallelism } from "node:os";
import { threadRunner } from "../../actions/threads/thread-runner.ts";
import { type BatchPlan, planHash } from "../../experiment/plan.ts";
import { serialRunner } from "../../experiment/serial-runner.ts";
import { createSimulator } from "../../market/replicate.ts";
import { broken, type Finding, firstLine, works } from "./finding.ts";
import { digestInMemory, PINNED, pinnedPlan } from "./pinned-batch.ts";

/** Digits of a digest that are shown. */
const SHOWN = 12;
const AGAIN = "install again with npm ci";

/** Runs the pinned batch, here and on a thread, and holds its digest against the known one. */
export async function lookAtBits(): Promise<readonly Finding[]> {
	try {
		const plan = pinnedPlan();
		const digest = await digestInMemory(
			plan,
			serialRunner(plan, createSimulator),
		);
		return [
			bitsFinding({ plan: planHash(plan), digest }),
			await threadsFinding(plan, digest),
		];
	} catch (error) {
		const found = `a small batch cannot be run: ${firstLine(error)}`;
		return [broken("same bits", found, AGAIN)];
	}
}

/** Tells other bits of the pinned plan, a fault of machine or model, apart from another plan. */
export function bitsFinding(found: {
	readonly plan: string;
	readonly digest: string;
}): Finding {
	const what = "same bits";
	const digest = `digest ${found.digest.slice(0, SHOWN)}…`;
	if (found.digest === PINNED.digest)
		return works(what, `this machine gives the same bits (${digest})`);
	return found.plan === PINNED.plan
		? broken(
				what,
				`a small batch has ${digest}, not ${PINNED.digest.slice(0, SHOWN)}…`,
				"the model was changed here, or this machine computes otherwise: compare with an untouched checkout of this version",
			)
		: broken(
				what,
				"the shipped scenarios or the calibration are not those of this version, so that no numbers can be compared",
				"bring scenarios/ and src/calibration back; if the change is meant, pin what test/cli/doctor.test.ts finds",
			);
}

async function threadsFinding(
	plan: BatchPlan,
	alone: string,
): Promise<Finding> {
	try {
		const digest = await digestInMemory(
			plan,
			threadRunner(plan, { workers: 1 }),
		);
		return digest === alone
			? works("threads", threadWords(availableParallelism()))
			: broken("threads", "a thread gives other numbers", AGAIN);
	} catch (error) {
		return broken("threads", `none works: ${firstLine(error)}`, AGAIN);
	}
}

const threadWords = (count: number): string =>
	`${count} at once on this machine; a thread gives the same numbers`;
