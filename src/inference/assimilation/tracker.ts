/** Runs of particles to the end of a record, or to a month within it, with what they give for its rows. */

import type { Ensemble } from "../../calibration/priors/ensemble.ts";
import type { ReplicateRecord } from "../../market/record/record.ts";
import type {
	CheckpointedSimulator,
	CheckpointedSimulatorFactory,
	Seed,
} from "../../market/simulator.ts";
import type { Tick } from "../../quantities.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { logKernel } from "../calibration/kernel.ts";
import { RECORD_TARGET, scoredLogs } from "../calibration/scored-rows.ts";
import { measureRecord } from "../facts/record-facts.ts";
import { seriesReader } from "../facts/series-reader.ts";
import { type Carried, FIRST_MONTH, pastOfCarried } from "./carried.ts";
import { answerOf, type Observation, observationOf } from "./observe.ts";

/** What a run leaves of a particle. */
export type Run = Pick<Carried, "answers" | "past" | "memory">;

/** All that a tracker is told once. */
export interface TrackerSetting {
	/** the dated record */
	readonly scenario: SoundScenario;
	readonly record: Ensemble["record"];
	/** seed of the streams of the particles */
	readonly kin: Seed;
}

const BROKEN = Number.NEGATIVE_INFINITY;

/** Runs particles up to a month; another luck of the kept one is run from a checkpoint. */
export class Tracker {
	/** last month that is run */
	readonly last: Tick;
	readonly #simulator: CheckpointedSimulator;
	readonly #scenario: SoundScenario;
	readonly #kin: Seed;
	/** rows that end within the months that are run */
	readonly #observations: readonly Observation[];

	/** @param last last month that is run; that of the record when absent */
	constructor(
		factory: CheckpointedSimulatorFactory,
		{ scenario, record, kin }: TrackerSetting,
		last: Tick = Math.max(...record.map((row) => observationOf(row).to)),
	) {
		this.last = last;
		this.#scenario = {
			...scenario,
			horizon: { from: 0, to: last },
			reference: FIRST_MONTH,
		};
		this.#kin = kin;
		this.#observations = record
			.map(observationOf)
			.filter(({ to }) => to <= last);
		this.#simulator = factory([this.#scenario], {
			seed: kin,
			parameters: "prior",
			without: [],
		});
	}

	/** Runs a particle from 2018 on, and keeps the run. */
	begin(particle: Carried): Run {
		const record = this.#simulator.begin(pastOfCarried(particle, this.#kin));
		if (record.failure !== null)
			return {
				answers: new Float64Array(),
				past: BROKEN,
				memory: new Float64Array(),
			};
		this.#simulator.keep();
		const at = seriesReader(record.series, this.#scenario);
		return {
			answers: this.#answersOf(record),
			past: logKernel(scoredLogs(measureRecord(at)), RECORD_TARGET),
			memory: this.#simulator.memoryAt(FIRST_MONTH),
		};
	}

	/** Runs a particle from 2025 on, from its memory, and keeps the run. */
	resume(particle: Carried): Run {
		const past = pastOfCarried(particle, this.#kin);
		const record = this.#simulator.resume(past, FIRST_MONTH, particle.memory);
		if (record.failure === null) this.#simulator.keep();
		return this.#runOf(record, particle);
	}

	/** Runs one that differs from the kept one in its luck alone, from a month on. */
	replay(particle: Carried, month: Tick): Run {
		const past = pastOfCarried(particle, this.#kin);
		return this.#runOf(this.#simulator.replay(past, month), particle);
	}

	/** Makes the last run the kept one. */
	keep(): void {
		this.#simulator.keep();
	}

	#runOf(record: ReplicateRecord, { past, memory }: Carried): Run {
		return record.failure === null
			? { answers: this.#answersOf(record), past, memory }
			: { answers: new Float64Array(), past: BROKEN, memory };
	}

	#answersOf({ series }: ReplicateRecord): Float64Array {
		const at = seriesReader(series, this.#scenario);
		return Float64Array.from(this.#observations, (one) => answerOf(one, at));
	}
}
