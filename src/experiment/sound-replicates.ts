/** Search for replicates that are sound in every scenario, so that pairs stay pairs. */

import { soundReplicates } from "./block-result.ts";
import type { FinishedBlocks } from "./finished-blocks.ts";
import { type BatchPlan, type Block, replicateCount } from "./plan.ts";

/** Replicates of a batch that are sound in every scenario. */
export interface SoundReplicates {
	/** their indices, ascending */
	readonly replicates: Uint32Array;
	/** one flag a replicate of a block */
	ofBlock(block: Block): readonly boolean[];
}

/** Looks through the finished blocks for the replicates that may be averaged and paired. */
export async function findSound(
	plan: BatchPlan,
	finished: FinishedBlocks,
): Promise<SoundReplicates> {
	const flags = new Map<number, readonly boolean[]>();
	const whole = new Map<number, readonly boolean[]>();
	const replicates = new Uint32Array(replicateCount(plan));
	let count = 0;
	for (const block of finished.blocks) {
		const { failures } = await finished.rows(block);
		const sound = soundReplicates(plan, block, failures);
		flags.set(block.index, sharedIfWhole(sound, whole));
		sound.forEach((isSound, i) => {
			if (isSound) replicates[count++] = block.from + i;
		});
	}
	return {
		replicates: replicates.slice(0, count),
		ofBlock: (block) => flags.get(block.index) ?? [],
	};
}

/** Flags of a block; blocks without a failure share theirs, by length. */
function sharedIfWhole(
	flags: readonly boolean[],
	whole: Map<number, readonly boolean[]>,
): readonly boolean[] {
	if (flags.includes(false)) return flags;
	const shared = whole.get(flags.length) ?? flags;
	whole.set(flags.length, shared);
	return shared;
}
