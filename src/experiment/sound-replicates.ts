import { soundReplicates } from "./block-result.ts";
import type { FinishedBlocks } from "./finished-blocks.ts";
import type { BatchPlan, Block } from "./plan.ts";

/** Which replicates of a batch are sound in every scenario. */
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
	const replicates: number[] = [];
	for (const block of finished.blocks) {
		const { failures } = await finished.rows(block);
		const sound = soundReplicates(plan, block, failures);
		flags.set(block.index, sound);
		sound.forEach((isSound, i) => {
			if (isSound) replicates.push(block.from + i);
		});
	}
	return {
		replicates: Uint32Array.from(replicates),
		ofBlock: (block) => flags.get(block.index) ?? [],
	};
}
