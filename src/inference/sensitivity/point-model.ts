/** The market as a function: parameters in, one metric of one scenario out. */

import { METRICS, type MetricName } from "../../market/record/record.ts";
import type {
	RelivingSimulator,
	RelivingSimulatorFactory,
	Seed,
} from "../../market/simulator.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import {
	drawAt,
	type FreeParameter,
	freeParameters,
	inHandsOfDraws,
} from "./free-parameters.ts";

/** Scenario, metric and seed that are run at every point of a design. */
export interface PointSetting {
	readonly scenario: SoundScenario;
	readonly seed: Seed;
	readonly metric: MetricName;
	/** runs a point; the same lucks at every point */
	readonly lucks: number;
}

/** Runner of the points of a design, on one thread or many. */
export interface PointRunner {
	/** runs points; one row a point in the order given, one output a luck */
	run(points: readonly Float64Array[]): Promise<readonly Float64Array[]>;
}

/** One metric of one scenario as a function of its free parameters, under a few lucks. */
export class PointModel {
	readonly #simulator: RelivingSimulator;
	readonly #free: readonly FreeParameter[];
	readonly #setting: PointSetting;
	readonly #column: number;

	constructor(factory: RelivingSimulatorFactory, setting: PointSetting) {
		const { scenario, seed, metric } = setting;
		this.#simulator = factory([inHandsOfDraws(scenario)], {
			seed,
			parameters: "prior",
			without: [],
		});
		this.#free = freeParameters(scenario);
		this.#setting = setting;
		this.#column = METRICS.findIndex(({ name }) => name === metric);
	}

	/** Runs a point: one value of the metric a luck; NaN where there is none or the run broke. */
	outputs(point: Float64Array): Float64Array {
		const { scenario, lucks } = this.#setting;
		const draw = drawAt(scenario, this.#free, point);
		return Float64Array.from({ length: lucks }, (_, luck) => {
			const [found] = this.#simulator.relive(draw, luck);
			return found === undefined || found.failure !== null
				? Number.NaN
				: found.metrics[this.#column]!;
		});
	}
}
