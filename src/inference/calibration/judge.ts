/** The model under a draw, run through the record of 2018 to 2024 or through calm years. */

import type { PastDraw } from "../../calibration/priors/past-draw.ts";
import { RECORD_PRIORS } from "../../calibration/priors/record-priors.ts";
import type { ReplicateRecord } from "../../market/record/record.ts";
import type {
	CheckpointedSimulator,
	CheckpointedSimulatorFactory,
	Seed,
} from "../../market/simulator.ts";
import { inverseCdf } from "../../random/draw.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import {
	CALM_MONTHS,
	type CalmFacts,
	measureCalm,
	NORMAL_PRICE,
} from "../facts/calm-facts.ts";
import { measureRecord } from "../facts/record-facts.ts";
import { seriesReader } from "../facts/series-reader.ts";
import { scoredLogs } from "./scored-rows.ts";

/** Fixes every parameter on which the record is silent at its median. */
function silentAtMedians(scenario: SoundScenario): SoundScenario {
	return {
		...scenario,
		parameters: scenario.parameters.map((entry, i) =>
			i < RECORD_PRIORS.length
				? entry
				: {
						...entry,
						distribution: {
							kind: "fixed",
							value: inverseCdf(entry.distribution, 0.5),
						},
						overridden: true,
					},
		),
	};
}

/** Runs draws through the record and through calm years, one luck at a time. */
export class Judge {
	readonly #record: CheckpointedSimulator;
	readonly #calm: CheckpointedSimulator;
	readonly #scenario: SoundScenario;
	readonly #calmScenario: SoundScenario;

	/** @param scenario the dated record, its horizon from 2018-01 to 2024-12 */
	constructor(
		factory: CheckpointedSimulatorFactory,
		scenario: SoundScenario,
		seed: Seed,
	) {
		this.#scenario = silentAtMedians(scenario);
		this.#calmScenario = {
			...this.#scenario,
			shocks: [],
			horizon: { from: 0, to: CALM_MONTHS - 1 },
		};
		const options = { seed, parameters: "prior", without: [] } as const;
		this.#record = factory([this.#scenario], options);
		this.#calm = factory([this.#calmScenario], { ...options, world: "calm" });
	}

	/** Scored facts in logs under one luck; null when the replicate broke. */
	record(draw: PastDraw, replicate: number): Float64Array | null {
		const [found] = this.#record.relive(draw, replicate);
		return found === undefined ? null : this.#scored(found);
	}

	/** Scored facts of a whole run that leaves checkpoints; null when it broke. */
	begin(draw: PastDraw): Float64Array | null {
		return this.#scored(this.#record.begin(draw));
	}

	/** Scored facts of the kept run with another luck from a month on; null when it broke. */
	replay(draw: PastDraw, month: number): Float64Array | null {
		return this.#scored(this.#record.replay(draw, month));
	}

	/** Makes the last run the one that is replayed. */
	keep(): void {
		this.#record.keep();
	}

	#scored({ failure, series }: ReplicateRecord): Float64Array | null {
		if (failure !== null) return null;
		return scoredLogs(measureRecord(seriesReader(series, this.#scenario)));
	}

	/** Facts of nine calm years under one luck; null when the replicate broke. */
	calm(draw: PastDraw, replicate: number): CalmFacts | null {
		const [found] = this.#calm.relive(draw, replicate);
		if (found === undefined || found.failure !== null) return null;
		return measureCalm(
			seriesReader(found.series, this.#calmScenario),
			NORMAL_PRICE,
		);
	}
}
