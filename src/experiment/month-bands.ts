import { SERIES, type SeriesName } from "../market/record.ts";
import { monthName } from "../quantities.ts";
import type { SoundScenario } from "../scenario/types.ts";
import type { FinishedBlocks } from "./finished-blocks.ts";
import { CountedMonths, ExactMonths, type MonthFold } from "./fold-months.ts";
import { type BatchPlan, isExact, monthCount } from "./plan.ts";
import type { SoundReplicates } from "./sound-replicates.ts";
import type { Bands, MonthTable } from "./tables.ts";

/** Scenarios whose paths are folded in one pass over the blocks: bounds the memory of folds. */
const SCENARIOS_A_PASS = 4;

/**
 * Quantiles and means of every series by month and scenario, over the replicates that
 * are sound in every scenario. One series of a few scenarios is in memory at a time.
 */
export async function monthBands(
	plan: BatchPlan,
	finished: FinishedBlocks,
	sound: SoundReplicates,
): Promise<MonthTable> {
	const bands = new Map<string, Bands>();
	for (let series = 0; series < SERIES.length; series++)
		for (
			let first = 0;
			first < plan.scenarios.length;
			first += SCENARIOS_A_PASS
		) {
			const some = plan.scenarios.slice(first, first + SCENARIOS_A_PASS);
			const folds = some.map((scenario) => emptyFold(plan, scenario, sound));
			await foldBlocks(finished, sound, series, first, folds);
			folds.forEach((fold, i) => {
				bands.set(keyOf(some[i]!.name, SERIES[series]!.name), fold.bands());
			});
		}
	return monthTable(plan, bands);
}

/** Every block of one series into the folds of the scenarios from `first` on. */
async function foldBlocks(
	finished: FinishedBlocks,
	sound: SoundReplicates,
	series: number,
	first: number,
	folds: readonly MonthFold[],
): Promise<void> {
	for (const block of finished.blocks) {
		const flags = sound.ofBlock(block);
		const paths = await finished.paths(block, series);
		folds.forEach((fold, i) => {
			fold.add(paths[first + i]!, flags);
		});
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
