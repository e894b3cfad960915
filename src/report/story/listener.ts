/** Listener that writes down a replicate as it runs, for a story told afterwards. */

import { nameplateAtWork } from "../../market/agents/project.ts";
import { oreWorth } from "../../market/agents/refiner.ts";
import { undatedNews } from "../../market/luck/noise.ts";
import { RECORD_WIDTH, type Recorder } from "../../market/record/recorder.ts";
import type { EventName } from "../../market/record/trace.ts";
import type { Market, Trace } from "../../market/world/market.ts";
import { rangeSum } from "../../market/world/regional-sum.ts";
import { EU, REGION_COUNT } from "../../market/world/structure.ts";

/** Something that happened, as the market told it. */
export interface Told {
	readonly tick: number;
	readonly what: EventName;
	/** id of an agent, or code of a region */
	readonly who: string;
	readonly figure: number;
}

/** A plant of a project in one month. */
export interface PlantMonth {
	readonly id: string;
	readonly region: number;
	/** t Sb a month; 0 before it runs */
	readonly nameplate: number;
	readonly refined: number;
	/** ore bought at auction or brought by a route, t Sb */
	readonly feed: number;
	/** worth to it, and price, of a tonne in concentrate, USD/t Sb */
	readonly worth: number;
	readonly orePrice: number;
}

/** One month of a replicate, copied. Arrays by region unless they say otherwise. */
export interface Heard {
	readonly tick: number;
	/** the month's row of the record: see market/record/recorder.ts */
	readonly record: Float64Array;
	/** trade by route, t Sb: source × REGION_COUNT + destination */
	readonly metal: Float64Array;
	readonly ore: Float64Array;
	/** belief in the threat to Chinese supply, 0 to 1 */
	readonly threat: number;
	/** addition of undated news to the norm in Rotterdam, logs */
	readonly news: number;
	/** need over that of the world's rows, before the scenario's own growth */
	readonly need: number;
	/** months left of undated supply events: see market/luck/noise.ts */
	readonly outages: Float64Array;
	/** precautionary cover, months of use */
	readonly precaution: Float64Array;
	/** stocks of users and traders, t Sb */
	readonly stock: Float64Array;
	readonly plants: readonly PlantMonth[];
}

/** Writes down a replicate as it runs: what happened, and how each month stood. */
export class StoryListener implements Trace {
	readonly told: Told[] = [];
	/** one a tick from 2018-01 */
	readonly months: Heard[] = [];
	#metal = new Float64Array(REGION_COUNT * REGION_COUNT);
	#ore = new Float64Array(REGION_COUNT * REGION_COUNT);

	tell(tick: number, what: EventName, who: string, figure: number): void {
		this.told.push({ tick, what, who, figure });
	}

	trade(_tick: number, metal: Float64Array, ore: Float64Array): void {
		this.#metal = Float64Array.from(metal);
		this.#ore = Float64Array.from(ore);
	}

	month(tick: number, market: Market, record: Recorder): void {
		const { state, structure } = market;
		const from = tick * RECORD_WIDTH;
		this.months.push({
			tick,
			record: record.values.slice(from, from + RECORD_WIDTH),
			metal: this.#metal,
			ore: this.#ore,
			threat: state.threat[0]!,
			news: undatedNews(market, EU),
			need: market.needLevel,
			outages: Float64Array.from(state.eventMonths),
			precaution: Float64Array.from(state.precaution),
			stock: byRegion(
				(r) =>
					rangeSum(structure.civilBuyers.first, state.buyerStock, r) +
					rangeSum(structure.traders.first, state.traderStock, r),
			),
			plants: plantsOf(market),
		});
	}
}

function byRegion(value: (region: number) => number): Float64Array {
	return new Float64Array(REGION_COUNT).map((_, r) => value(r));
}

/** Plants that scenarios built and that run. */
function plantsOf(market: Market): readonly PlantMonth[] {
	const { structure, state, flows } = market;
	const { ids, region, project } = structure.refiners;
	return ids.flatMap((id, p) => {
		const site = project[p]!;
		const nameplate = site < 0 ? 0 : nameplateAtWork(market, site);
		if (nameplate === 0) return [];
		return [
			{
				id,
				region: region[p]!,
				nameplate,
				refined: flows.refined[p]!,
				feed: flows.feedBought[p]! + flows.routed[p]!,
				worth: oreWorth(market, p),
				orePrice: state.orePrice[region[p]!]!,
			},
		];
	});
}
