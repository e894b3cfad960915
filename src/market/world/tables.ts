/** Tables of powers of the price, by which schedules are read without computing powers. */

import type { Segment } from "../../calibration/row.ts";
import { SEGMENTS } from "../../calibration/row.ts";
import type { Parameters } from "./parameters.ts";
import { fillFade, fillIsoelastic, GRID_POINTS } from "./price-grid.ts";

/**
 * Price elasticity of a use relative to the common one. Basis: assumed; flame
 * retardants can be thinned out and replaced, glass needs its dose.
 */
const USE_FACTOR: Readonly<Record<Segment, number>> = {
	"flame-retardants": 1.3,
	glass: 0.6,
	"lead-alloys": 1.2,
	chemicals: 0.8,
};

/** Steepness of a refiner's offer in the log of price over reserve. */
export const OFFER_SLOPE = 6.5;
/** Steepness of a refiner's bid in the log of worth over price. */
export const BID_SLOPE = 8;
/** Steepness of a miner's offer of piled ore. */
export const ORE_OFFER_SLOPE = 8;
/** Elasticity of a trader's wanted stock. */
export const TRADER_SLOPE = 2;
/** Small elasticity of contracted tonnes, so that schedules fall strictly. */
export const CONTRACT_SLOPE = 0.05;

const table = (): Float64Array => new Float64Array(GRID_POINTS);

/** Powers of price on the grid for every family of agents of one replicate. */
export class Tables {
	/** short-run elasticity of each use, positive */
	readonly shortRun = new Float64Array(SEGMENTS.length);
	/** (p / reference)^−ε by use */
	readonly use: readonly Float64Array[] = SEGMENTS.map(table);
	readonly stock = table();
	readonly contract = table();
	readonly trader = table();
	readonly offer = table();
	readonly bid = table();
	readonly oreOffer = table();
	/** 1, falling to 0 at the choke price */
	readonly fade = table();

	constructor() {
		fillIsoelastic(this.contract, -CONTRACT_SLOPE);
		fillIsoelastic(this.trader, -TRADER_SLOPE);
		fillIsoelastic(this.offer, -OFFER_SLOPE);
		fillIsoelastic(this.bid, BID_SLOPE);
		fillIsoelastic(this.oreOffer, -ORE_OFFER_SLOPE);
	}

	/** Fills the tables that depend on a replicate's parameters. */
	fill(parameters: Parameters): void {
		SEGMENTS.forEach((segment, s) => {
			this.shortRun[s] = parameters.elasticityShort * USE_FACTOR[segment];
			fillIsoelastic(this.use[s]!, -this.shortRun[s]!);
		});
		fillIsoelastic(this.stock, -parameters.stockElasticity);
		fillFade(this.fade, parameters.choke);
	}
}
