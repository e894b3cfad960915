/** Table of a batch's monthly bands, made from its finished blocks in bounded memory. */

import { SERIES, type SeriesName } from "../market/record/record.ts";
import { monthName } from "../quantities.ts";
import type { SoundScenario } from "../scenario/types.ts";
import type { FinishedBlocks } from "./finished-blocks.ts";
import { CountedMonths, ExactMonths, type MonthFold } from "./fold-months.ts";
import { type BatchPlan, isExact, monthCount } from "./plan.ts";
import type { SoundReplicates } from "./sound-replicates.ts";
import type { Bands, MonthTable } from "./tables.ts";

/** Scenarios whose paths are folded in one pass over the blocks. */
const SCENARIOS_A_PASS = 4;
/** Months of all series and scenarios of a pass, about: bounds the memory of folds. */
const MONTHS_A_PASS = 700;

/**
 * Quantiles and means of every series by month and scenario, over the replicates that
 * are sound in every scenario. A few series of a few scenarios are in memory at a time.
 */
export async function monthBands(
	plan: BatchPlan,
	finished: FinishedBlocks,
	sound: SoundReplicates,
): Promise<MonthTable> {
	const bands = new Map<string, Bands>();
	const { scenarios } = plan;
	for (let first = 0; first < scenarios.length; first += SCENARIOS_A_PASS) {
		const some = scenarios.slice(first, first + SCENARIOS_A_PASS);
		const months = some.reduce((sum, one) => sum + monthCount(one), 0);
		const width = Math.max(1, Math.floor(MONTHS_A_PASS / months));
		for (let series = 0; series < SERIES.length; series += width) {
			const folds = SERIES.slice(series, series + width).map(() =>
				some.map((scenario) => emptyFold(plan, scenario, sound)),
			);
			await foldBlocks(finished, sound, { series, first }, folds);
			folds.forEach((ofSeries, s) => {
				const { name } = SERIES[series + s]!;
				ofSeries.forEach((fold, i) => {
					bands.set(keyOf(some[i]!.name, name), fold.bands());
				});
			});
		}
	}
	return monthTable(plan, bands);
}

/**
 * Adds every finished block to its folds.
 *
 * @param from  the series and scenario that the folds begin with
 * @param folds by series, then scenario
 */
async function foldBlocks(
	finished: FinishedBlocks,
	sound: SoundReplicates,
	from: { readonly series: number; readonly first: number },
	folds: readonly (readonly MonthFold[])[],
): Promise<void> {
	for (const block of finished.blocks) {
		const flags = sound.ofBlock(block);
		for (const [s, ofSeries] of folds.entries()) {
			const paths = await finished.paths(block, from.series + s);
			ofSeries.forEach((fold, i) => {
				fold.add(paths[from.first + i]!, flags);
			});
		}
	}
}

function emptyFold(
	plan: BatchPlan,
	scenario: SoundScenario,
	{ replicates }: SoundReplicates,
): MonthFold {
	const months = monthCount(scenario);
	return isExact(plan)
		? new ExactMonths(months, replicates.length)
		: new CountedMonths(months);
}

const keyOf = (scenario: string, series: SeriesName) => `${scenario}/${series}`;

function monthTable(
	plan: BatchPlan,
	bands: ReadonlyMap<string, Bands>,
): MonthTable {
	return {
		scenarios: plan.scenarios.map(({ name }) => name),
		months(scenario) {
			const found = plan.scenarios.find(({ name }) => name === scenario);
			if (!found) throw new RangeError(`no scenario ${scenario} in this batch`);
			return Array.from({ length: monthCount(found) }, (_, i) =>
				monthName(found.horizon.from + i),
			);
		},
		bands(scenario, series) {
			const found = bands.get(keyOf(scenario, series));
			if (!found)
				throw new RangeError(
					`no series ${series} of ${scenario} in this batch`,
				);
			return found;
		},
	};
}
