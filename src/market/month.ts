/** The month of the market, step by step: begin reading here. */

import { exp } from "../math.ts";
import { formBeliefs } from "./agents/beliefs.ts";
import { adaptHabits, decideUse } from "./agents/civil-buyer.ts";
import { orderCertified, orderEmbedded } from "./agents/defence-buyer.ts";
import { supplyDefence } from "./agents/defence-supply.ts";
import { growGreyRoutes } from "./agents/grey-route.ts";
import { leanIslamabad } from "./agents/islamabad.ts";
import {
	applyForLicences,
	useLicences,
	workLicenceOffice,
} from "./agents/licence-office.ts";
import { mineOre, reviewMines, waitAtShutMines } from "./agents/miner.ts";
import { developProjects } from "./agents/project.ts";
import { qualifyPlants } from "./agents/qualification.ts";
import { refineConcentrate, reviewPlants } from "./agents/refiner.ts";
import { watchStarving } from "./agents/starving.ts";
import { orderForStockpiles } from "./agents/stockpile-agency.ts";
import { substitute } from "./agents/substitution.ts";
import {
	bookMetal,
	bookOre,
	bookRefining,
	bookUse,
	metalMade,
	oreInWorld,
	publish,
	receiveArrivals,
	refinedInWorld,
} from "./ledger.ts";
import { drawNoise, LOST_TO_NOISE } from "./luck/noise.ts";
import { checkMass, checkState, checkTrade } from "./record/invariants.ts";
import { observe } from "./record/observe.ts";
import type { Recorder } from "./record/recorder.ts";
import { type Lens, rulesInForce } from "./shocks/rules.ts";
import { serveCertified } from "./trade/certified.ts";
import { pileOre, sellConcentrate } from "./trade/concentrate.ts";
import { renewContracts } from "./trade/contracts.ts";
import { routeOre } from "./trade/ore-routes.ts";
import { tracePakistaniOre } from "./trade/pakistani-ore.ts";
import { clearRefined } from "./trade/refined-trade.ts";
import { chineseSupplyLeft } from "./trade/rerouting.ts";
import { tellTrade } from "./trade/routes.ts";
import { emptyPricePoints } from "./trade/schedules.ts";
import { traceTrade } from "./trade/who-from-whom.ts";
import { payFromTreasury } from "./treasury.ts";
import { logNormalPrice, type Market, passedTo2023 } from "./world/market.ts";
import { emptyMonthFlows, type MonthFlows } from "./world/month-flows.ts";
import { sum } from "./world/regional-sum.ts";

/** Arrays of the month under way, reused in all months of one simulator. */
export interface MonthDesk {
	readonly flows: MonthFlows;
	readonly points: ReturnType<typeof emptyPricePoints>;
}

export function layDesk(): MonthDesk {
	return {
		flows: emptyMonthFlows(),
		points: emptyPricePoints(),
	};
}

/** Runs one tick of the market: rules, production, trade, use, investment, and the books. */
export function runMonth(
	market: Market,
	desk: MonthDesk,
	lenses: readonly Lens[],
	tick: number,
	recorder: Recorder | null,
): void {
	// the month's rules, and the world outside
	rulesInForce(market.rules, lenses, tick);
	if (market.noisy) drawNoise(market, tick);
	setLevels(market, tick);
	market.flows.treasury = 0;
	const metalBefore = refinedInWorld(market);
	const oreBefore = oreInWorld(market);

	// what arrives, what the office grants, what people believe
	receiveArrivals(market, desk.flows.usArrivals);
	workLicenceOffice(market, tick);
	growGreyRoutes(market, tick);
	leanIslamabad(market, tick);
	formBeliefs(market, 1 - chineseSupplyLeft(market, tick), tick);

	// from ore to metal
	waitAtShutMines(market, tick);
	mineOre(market, tick);
	pileOre(market);
	routeOre(market);
	sellConcentrate(market);
	refineConcentrate(market);
	recycle(market);
	tracePakistaniOre(market, desk.flows);
	bookRefining(market);
	bookOre(market);

	// the trade in metal
	buyForReserve(market);
	orderForStockpiles(market);
	orderCertified(market, tick);
	serveCertified(market);
	orderEmbedded(market, tick);
	clearRefined(market, tick, desk.points);
	traceTrade(market);
	renewContracts(market);
	checkTrade(market);
	bookMetal(market);
	useLicences(market);
	applyForLicences(market);

	// what is used, and what is missing
	decideUse(market, desk.points.cell, desk.points.weight);
	bookUse(market);
	const defenceUsed = supplyDefence(market, desk.flows, tick);
	adaptHabits(market, tick);
	substitute(market, tick);

	payFromTreasury(market);

	// who opens, who idles, who is qualified, who builds
	if (tick % 3 === 0) reviewMines(market, tick);
	reviewPlants(market, tick);
	watchStarving(market, tick);
	qualifyPlants(market, tick);
	developProjects(market, tick);

	// the books
	publish(market, tick);
	checkState(market);
	const { flows } = market;
	checkMass(
		"concentrate",
		oreBefore,
		sum(flows.mined),
		sum(flows.feedUsed),
		oreInWorld(market),
	);
	checkMass(
		"refined metal",
		metalBefore,
		metalMade(flows),
		sum(flows.used) + defenceUsed,
		refinedInWorld(market),
	);
	tellTrade(market, tick);
	if (recorder === null) return;
	observe(market, desk.flows, recorder, tick);
	market.trace?.month?.(tick, market, recorder);
}

/** Sets normal price and need of the month, on their way from 2018 to the structure of 2023. */
function setLevels(market: Market, tick: number): void {
	const { state, parameters } = market;
	const passed = passedTo2023(tick, parameters.lateness);
	market.logNormalPrice = market.calm ? 0 : logNormalPrice(passed);
	market.normalPrice = exp(market.logNormalPrice);
	const rise = state.needRise[0]! * parameters.growthTo2023 * passed;
	const noise = market.noisy ? state.macro[0]! - LOST_TO_NOISE : 0;
	market.needLevel = state.needScale[0]! * exp(rise + noise);
}

function recycle(market: Market): void {
	const { structure, flows } = market;
	for (let i = 0; i < structure.recyclers.count; i += 1)
		flows.recycled[i] = structure.recyclers.output[i]!;
}

function buyForReserve(market: Market): void {
	market.flows.reserveBought.set(market.rules.reserve);
}
