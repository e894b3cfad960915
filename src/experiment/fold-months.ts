/** Monthly quantiles and means over replicates, built block by block, exact or by histogram. */

import { HistogramQuantiles } from "../statistics/histogram.ts";
import { quantile, sortSamples } from "../statistics/quantile.ts";
import { bandsBy } from "./bands.ts";
import type { SeriesPaths } from "./block-result.ts";
import { blockSums, countPaths } from "./count-paths.ts";
import type { Bands } from "./tables.ts";

/** Paths of one series and scenario, folded block by block into bands. */
export interface MonthFold {
	/** Takes the next block, with one flag a replicate: false leaves it out. */
	add(paths: SeriesPaths, sound: readonly boolean[]): void;
	bands(): Bands;
}

/** Folds by keeping every value: for batches small enough to sort. */
export class ExactMonths implements MonthFold {
	readonly #count: number;
	/** month by replicate */
	readonly #values: Float64Array;
	readonly #sums: Float64Array;
	#taken = 0;

	/** @param count sound replicates that will come */
	constructor(months: number, count: number) {
		this.#count = count;
		this.#values = new Float64Array(months * count);
		this.#sums = new Float64Array(months);
	}

	add(paths: SeriesPaths, sound: readonly boolean[]): void {
		if (paths.form !== "values")
			throw new TypeError("exact quantiles need the values themselves");
		const months = this.#sums.length;
		sound.forEach((isSound, replicate) => {
			if (!isSound) return;
			for (let month = 0; month < months; month++)
				this.#values[month * this.#count + this.#taken] =
					paths.values[replicate * months + month]!;
			this.#taken++;
		});
		addTo(this.#sums, blockSums(paths.values, sound));
	}

	bands(): Bands {
		const samples = Array.from(this.#sums, (_, month) =>
			sortSamples(
				this.#values.subarray(month * this.#count, (month + 1) * this.#count),
			),
		);
		return bandsBy(
			(p) => Float64Array.from(samples, (sorted) => quantile(sorted, p)),
			this.#sums.map((sum) => sum / this.#taken),
		);
	}
}

/** Folds into histograms with fixed edges: for any number of replicates. */
export class CountedMonths implements MonthFold {
	readonly #histograms: readonly HistogramQuantiles[];
	readonly #sums: Float64Array;

	constructor(months: number) {
		this.#histograms = Array.from(
			{ length: months },
			() => new HistogramQuantiles(),
		);
		this.#sums = new Float64Array(months);
	}

	add(paths: SeriesPaths, sound: readonly boolean[]): void {
		const { bins, sums } =
			paths.form === "bins" ? paths : countPaths(paths.values, sound);
		const months = this.#sums.length;
		sound.forEach((isSound, replicate) => {
			if (!isSound) return;
			this.#histograms.forEach((histogram, month) => {
				histogram.add(bins[replicate * months + month]!);
			});
		});
		addTo(this.#sums, sums);
	}

	bands(): Bands {
		return bandsBy(
			(p) =>
				Float64Array.from(this.#histograms, (histogram) =>
					histogram.quantile(p),
				),
			this.#sums.map((sum, month) => sum / this.#histograms[month]!.count),
		);
	}
}

function addTo(sums: Float64Array, more: Float64Array): void {
	for (let i = 0; i < sums.length; i++) sums[i]! += more[i]!;
}
