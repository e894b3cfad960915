/** `merge`: the shards of a batch are joined, and the whole is ended as any other. */

import { folderPlan } from "../../actions/batch/folder-plan.ts";
import { shortPath } from "../../actions/paths.ts";
import { mergeResults } from "../../storage/folder/merge-results.ts";
import { findResults } from "../../storage/folder/results-folder.ts";
import { endBatch } from "../ending/end-batch.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import type { ExitCode } from "../line/exit-codes.ts";
import { say } from "../terminal/talk.ts";
import { watched } from "./watch-batch.ts";

/** Words and flags of `merge`. */
export interface MergeOptions extends CommonOptions {
	/** results folders of the shards */
	readonly named: readonly string[];
	/** folder of all results */
	readonly destination: string;
}

/** Joins shards into one results folder, and ends it as the undivided batch would have. */
export async function mergeShards(options: MergeOptions): Promise<ExitCode> {
	const { named, destination, quiet } = options;
	const talk = quiet ? () => {} : say;
	const folders: string[] = [];
	for (const name of named) folders.push(await findResults(name, destination));
	const end = await watched(0, quiet, ({ onFolder, signal }) =>
		mergeResults({
			folders,
			destination,
			readPlan: folderPlan,
			signal,
			onFolder(folder) {
				talk(`${folders.length} folders into ${shortPath(folder)}/`);
				onFolder(folder);
			},
		}),
	);
	return endBatch(end, options);
}
