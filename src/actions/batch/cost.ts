/** Cost of a batch before it is run: time and disk, from a short measurement. */

import { availableParallelism } from "node:os";
import { valueColumns } from "../../experiment/columns.ts";
import {
	type BatchPlan,
	isExact,
	monthCount,
	replicateCount,
} from "../../experiment/plan.ts";
import { BAND_LEVELS } from "../../experiment/tables.ts";
import { SERIES } from "../../market/record/record.ts";
import { createSimulator } from "../../market/replicate.ts";

/** Time and disk that a batch would take. */
export interface Cost {
	readonly scenarios: number;
	/** of each scenario */
	readonly replicates: number;
	/** of a thread, one replicate of all scenarios */
	readonly secondsPerReplicate: number;
	readonly minutes: number;
	/** on disk: at most while it runs, and when it has ended */
	readonly megabytes: { readonly most: number; readonly left: number };
}

/** Replicates that a measurement runs at most. */
const MOST_MEASURED = 8;

/** Milliseconds of a measurement after which no other replicate is begun. */
const MOST_TIME = 3000;

/** Bytes of a number, and of a histogram bin. */
const DOUBLE = 8;

const BIN = 2;

const MEGA = 1e6;

/** Seconds that one replicate of all scenarios takes on one thread, the first left out. */
export function measure(plan: BatchPlan): number {
	const { scenarios, seed, parameters, ensemble, without } = plan;
	const simulator = createSimulator(scenarios, {
		...{ seed, parameters, ensemble, without },
	});
	simulator.run(0);
	const start = performance.now();
	let done = 0;
	while (done < MOST_MEASURED && performance.now() - start < MOST_TIME) {
		done += 1;
		simulator.run(done);
	}
	return (performance.now() - start) / 1000 / done;
}

/** Cost of a plan at a measured speed. */
export function costOf(
	plan: BatchPlan,
	workers: number,
	secondsPerReplicate: number,
): Cost {
	const replicates = replicateCount(plan);
	const threads = Math.min(workers, availableParallelism());
	const months = plan.scenarios.reduce((sum, one) => sum + monthCount(one), 0);
	const paths = replicates * SERIES.length * months * DOUBLE;
	const runs =
		replicates * plan.scenarios.length * valueColumns(plan).length * DOUBLE;
	const bands = SERIES.length * months * (BAND_LEVELS.length + 1) * DOUBLE;
	const kept = plan.keepPaths ? paths : 0;
	const blocks =
		isExact(plan) || plan.keepPaths ? paths : (paths * BIN) / DOUBLE;
	return {
		scenarios: plan.scenarios.length,
		replicates,
		secondsPerReplicate,
		minutes: (replicates * secondsPerReplicate) / threads / 60,
		megabytes: {
			most: (blocks + 2 * runs + bands + kept) / MEGA,
			left: (runs + bands + kept) / MEGA,
		},
	};
}
