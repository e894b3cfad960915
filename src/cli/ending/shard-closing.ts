/** Closing words of a shard, one part of a batch that is merged later. */

import { shortPath } from "../../actions/paths.ts";
import type { Results } from "../../storage/folder/read-results.ts";
import { safeText } from "../../words/safe-text.ts";

/** The end of a shard for a reader: which part it is, where it is, and what to do with it. */
export function shardClosing({ folder, manifest }: Results): string {
	const { shard, replicates } = manifest.plan;
	const { from, to } = replicates;
	const part = `${shard?.index} of ${shard?.count}`;
	const range =
		from === to
			? "no replicate: there are more shards than blocks"
			: `replicates ${from} to ${to - 1}`;
	return [
		`shard    ${part}, ${range}`,
		`repeat   ${manifest.command}`,
		`digest   ${manifest.digest} (of this shard)`,
		`results  ${shortPath(folder)}/`,
		"next     npx stibium merge with the folders of all shards",
	]
		.map((line) => safeText(line))
		.join("\n");
}
