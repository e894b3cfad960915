/** `resume`: a batch that was stopped is gone on with, and ended as any other. */

import { folderPlan } from "../../actions/batch/folder-plan.ts";
import type { Watch } from "../../actions/batch/make-batch.ts";
import {
	type RunnerOpener,
	threadOpener,
} from "../../actions/batch/runner-opener.ts";
import { shortPath } from "../../actions/paths.ts";
import type { BatchEnd } from "../../storage/folder/batch-end.ts";
import { continueResults } from "../../storage/folder/continue-results.ts";
import { findResults } from "../../storage/folder/results-folder.ts";
import { safeText } from "../../words/safe-text.ts";
import { endBatch } from "../ending/end-batch.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import type { ExitCode } from "../line/exit-codes.ts";
import { say } from "../terminal/talk.ts";
import { watched } from "./watch-batch.ts";

/** Words and flags of `resume`. */
export interface ResumeRequest extends CommonOptions {
	/** a results folder, or latest */
	readonly named: string;
	/** folder of all results */
	readonly destination: string;
	readonly workers: number;
	/** computes the blocks; threads when absent */
	readonly openRunner?: RunnerOpener;
	/** address of the Redis whose workers compute, or null */
	readonly through: string | null;
}

/** Goes on with a results folder whose batch did not end, and ends it as `run` would have. */
export async function resumeBatch(request: ResumeRequest): Promise<ExitCode> {
	const folder = await findResults(request.named, request.destination);
	const talk = request.quiet ? () => {} : say;
	return endBatch(await goOn(folder, request, talk), request);
}

function goOn(
	folder: string,
	{ workers, quiet, openRunner, through }: ResumeRequest,
	talk: (line: string) => void,
): Promise<BatchEnd> {
	const open = openRunner ?? threadOpener(workers);
	const make = ({ onFolder, note, ...watch }: Watch) => {
		onFolder(folder);
		return continueResults(folder, folderPlan, {
			openRunner: (plan) => {
				talk(`going on with ${shortPath(folder)}/`);
				return open(plan, folder, note);
			},
			tell: (line) => say(safeText(line)),
			...watch,
		});
	};
	return watched(0, quiet, make, { through });
}
