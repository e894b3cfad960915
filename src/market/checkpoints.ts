/** Checkpoints of a run of the record: states from which another luck can be tried. */

import { Recorder } from "./record/recorder.ts";
import { MarketState } from "./world/state.ts";
import type { Structure } from "./world/structure.ts";

/** Months between two checkpoints. */
const EVERY = 3;

/**
 * States at the start of every third month, of the run that counts and of the one under trial. A trial
 * starts from the last state before its first change; keeping it makes its states those that count.
 */
export class Checkpoints {
	readonly #current: (MarketState | undefined)[] = [];
	readonly #tried: (MarketState | undefined)[] = [];
	readonly #structure: Structure;
	/** months of the run that counts */
	readonly #history: Recorder;
	#from = 0;

	constructor(structure: Structure, ticks: number) {
		this.#structure = structure;
		this.#history = new Recorder(ticks);
	}

	/** Month from which a trial runs whose first change is in `month`. */
	startOf(month: number): number {
		return month - (month % EVERY);
	}

	/** Begins a trial: puts the market and its record where the current run was at its start. */
	restore(start: number, state: MarketState, recorder: Recorder): void {
		const saved = this.#current[start / EVERY];
		if (saved === undefined)
			throw new RangeError(`no checkpoint at month ${start}`);
		this.#from = start / EVERY;
		state.copyFrom(saved);
		recorder.copyHistory(this.#history, start);
	}

	/** Begins a trial from a month for which nothing is kept: the first, or one of a state of its own. */
	beginAt(month: number): void {
		if (month % EVERY !== 0)
			throw new RangeError(`no checkpoint can stand at month ${month}`);
		this.#from = month / EVERY;
	}

	/** A copy of the state of the run that counts, at the start of a month. */
	copyAt(month: number): Float64Array {
		const saved = this.#current[month / EVERY];
		if (saved === undefined)
			throw new RangeError(`no checkpoint at month ${month}`);
		return saved.copy();
	}

	/** Saves the state of a trial at the start of a month, where a checkpoint stands. */
	save(tick: number, state: MarketState): void {
		if (tick % EVERY !== 0) return;
		const place = tick / EVERY;
		const saved = this.#tried[place] ?? new MarketState(this.#structure);
		saved.copyFrom(state);
		this.#tried[place] = saved;
	}

	/** Makes the trial the run that counts. */
	keep(recorder: Recorder): void {
		this.#history.copyHistory(recorder, recorder.ticks);
		for (let i = this.#from; i < this.#tried.length; i += 1) {
			const before = this.#current[i];
			this.#current[i] = this.#tried[i];
			this.#tried[i] = before;
		}
	}
}
