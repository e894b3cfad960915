import { parentPort, workerData } from "node:worker_threads";
import type { BlockResult } from "../../experiment/block-result.ts";
import type { BatchPlan, Block } from "../../experiment/plan.ts";
import { BlockSimulator } from "../../experiment/simulate-block.ts";
import type { SimulatorFactory } from "../../market/simulator.ts";

/** What a worker thread is given when it starts. */
export interface WorkerTask {
	readonly plan: BatchPlan;
	/** address of the module that exports `createSimulator` */
	readonly simulator: string;
	/** one 32-bit integer, shared: not 0 when blocks are to be given up */
	readonly stop: SharedArrayBuffer;
}

/** What a worker answers to a block. */
export type WorkerReply =
	| { readonly kind: "done"; readonly result: BlockResult }
	| { readonly kind: "given-up" }
	/** no block can be computed here or anywhere: the simulator cannot be built */
	| { readonly kind: "unusable"; readonly message: string };

const task: WorkerTask = workerData;
const stop = new Int32Array(task.stop);
const simulator = await openSimulator();

parentPort?.on("message", (block: Block) => {
	if (typeof simulator === "string")
		reply({ kind: "unusable", message: simulator });
	else replyWith(simulator.run(block, () => Atomics.load(stop, 0) !== 0));
});

/** The simulator of the plan, or in words why there is none. */
async function openSimulator(): Promise<BlockSimulator | string> {
	try {
		const market: { readonly createSimulator: SimulatorFactory } = await import(
			task.simulator
		);
		return new BlockSimulator(task.plan, market.createSimulator);
	} catch (error) {
		return error instanceof Error
			? (error.stack ?? error.message)
			: String(error);
	}
}

function replyWith(result: BlockResult | null): void {
	if (result === null) reply({ kind: "given-up" });
	else reply({ kind: "done", result }, buffersOf(result));
}

function reply(answer: WorkerReply, buffers: ArrayBuffer[] = []): void {
	parentPort?.postMessage(answer, buffers);
}

/** The memory of a result, each piece once: handed over, not copied. */
function buffersOf({ values, paths }: BlockResult): ArrayBuffer[] {
	const arrays = paths
		.flat()
		.flatMap((series) =>
			series.form === "values" ? [series.values] : [series.bins, series.sums],
		);
	const buffers = [values, ...arrays].map(({ buffer }) => buffer);
	return [...new Set(buffers)].filter(
		(buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer,
	);
}
