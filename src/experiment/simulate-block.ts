/** Simulation of a block: each replicate in every scenario; a failure stays with its replicate. */

import type { ReplicateRecord } from "../market/record/record.ts";
import type { Simulator, SimulatorFactory } from "../market/simulator.ts";
import type { BlockResult } from "./block-result.ts";
import { BlockGatherer } from "./gather-block.ts";
import type { BatchPlan, Block } from "./plan.ts";

/** Runs the blocks of one plan, one after another, on a simulator of its own. */
export class BlockSimulator {
	readonly #plan: BatchPlan;
	readonly #factory: SimulatorFactory;
	#simulator: Simulator;

	/** @throws what the factory throws when it cannot build the scenarios */
	constructor(plan: BatchPlan, factory: SimulatorFactory) {
		this.#plan = plan;
		this.#factory = factory;
		this.#simulator = this.#build();
	}

	/**
	 * Runs every replicate of a block. One that throws has failed in every scenario, and
	 * the next gets a new simulator, for a broken one may have kept half a month.
	 *
	 * @param stopped asked before each replicate
	 * @returns null when `stopped` said yes
	 */
	run(block: Block, stopped: () => boolean = () => false): BlockResult | null {
		const gathered = new BlockGatherer(this.#plan, block);
		for (let replicate = block.from; replicate < block.to; replicate++) {
			if (stopped()) return null;
			const records = this.#records(replicate);
			if (typeof records === "string") gathered.fail(replicate, records);
			else gathered.add(replicate, records);
		}
		return gathered.result();
	}

	#build(): Simulator {
		const { scenarios, seed, parameters, ensemble, without } = this.#plan;
		return this.#factory(scenarios, { seed, parameters, ensemble, without });
	}

	/** The records of a replicate, or what was thrown and how to repeat it. */
	#records(replicate: number): readonly ReplicateRecord[] | string {
		try {
			return this.#simulator.run(replicate);
		} catch (error) {
			this.#simulator = this.#build();
			const message = error instanceof Error ? error.message : String(error);
			return `${message} (seed ${this.#plan.seed}, replicate ${replicate})`;
		}
	}
}
