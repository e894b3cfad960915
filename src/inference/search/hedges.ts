/** Mixes of hedges for the United States: stockpile, Pakistani refinery, allied refining. */

import type { Levers } from "../../scenario/edits/lay-over.ts";
import type { RefiningInvestment } from "../../scenario/shocks/investment.ts";
import type { Stockpile } from "../../scenario/shocks/reserve.ts";
import type { Shock, SoundScenario } from "../../scenario/types.ts";

/** Stages to which Pakistan's refinery may be taken. */
export const REFINERIES = [
	"none",
	"uncertified",
	"certified",
	"certified with a floor",
] as const;
export type Refinery = (typeof REFINERIES)[number];

/** A mix of hedges. */
export interface HedgeMix {
	readonly id: string;
	readonly title: string;
	readonly levers: number;
	readonly shocks: Levers;
}

/** Shocks from which mixes are made, by their purpose. */
interface Hedges {
	readonly fill: Stockpile;
	/** shocks of the agency once its stockpile is full */
	readonly keep: readonly Shock[];
	readonly refinery: RefiningInvestment;
	readonly allied: readonly Shock[];
}

/** Finds the hedges in a scenario. @throws {RangeError} naming the one it lacks */
function findHedges(portfolio: SoundScenario, base: SoundScenario): Hedges {
	const known = new Set(base.shocks.map(({ id }) => id));
	const own = portfolio.shocks.filter(({ id }) => !known.has(id));
	const stockpiles = own.filter((shock) => shock.kind === "stockpile");
	const fill = stockpiles.find(({ mode }) => mode === "fill");
	const refinery = own.find(
		(shock): shock is RefiningInvestment =>
			shock.kind === "refining-investment" && shock.in === "PK",
	);
	if (fill === undefined || refinery === undefined)
		throw new RangeError(
			`${portfolio.name} holds no ${fill === undefined ? "stockpile that fills" : "Pakistani refinery"}`,
		);
	const keep = stockpiles.filter((shock) => shock !== fill);
	const taken: readonly Shock[] = [fill, refinery, ...keep];
	const allied = own.filter((shock) => !taken.includes(shock));
	return { fill, keep, refinery, allied };
}

/**
 * Lists every mix of a stockpile, a Pakistani refinery and allied refining, doing nothing first.
 *
 * @param portfolio    a scenario that holds every hedge
 * @param base         the scenario that it extends
 * @param months       sizes of the stockpile, months of US defence need; 0 is none
 * @param needPerMonth US defence need, t Sb a month
 */
export function hedgeMixes(
	portfolio: SoundScenario,
	base: SoundScenario,
	months: readonly number[],
	needPerMonth: number,
): readonly HedgeMix[] {
	const hedges = findHedges(portfolio, base);
	return [false, true].flatMap((allied) =>
		REFINERIES.flatMap((refinery) =>
			months.map((size) =>
				mixOf(hedges, { size, refinery, allied }, size * needPerMonth),
			),
		),
	);
}

interface Parts {
	readonly size: number;
	readonly refinery: Refinery;
	readonly allied: boolean;
}

function mixOf(hedges: Hedges, parts: Parts, tonnes: number): HedgeMix {
	const { size, refinery, allied } = parts;
	const shocks = [
		...(size === 0 ? [] : [filledTo(hedges.fill, tonnes), ...hedges.keep]),
		...(refinery === "none" ? [] : [takenTo(hedges.refinery, refinery)]),
		...(allied ? hedges.allied : []),
	];
	return {
		id: [
			`s${String(size).replace(".", "-")}`,
			`r${REFINERIES.indexOf(refinery)}`,
			allied ? "a1" : "a0",
		].join("-"),
		title: titleOf(parts),
		levers:
			(size > 0 ? 1 : 0) + REFINERIES.indexOf(refinery) + (allied ? 1 : 0),
		shocks: { shocks, parameters: [] },
	};
}

/** Words for each stage of the refinery. */
const STAGES: Readonly<Record<Refinery, string>> = {
	none: "",
	uncertified: "refinery",
	certified: "certified refinery",
	"certified with a floor": "certified refinery + floor",
};

function titleOf({ size, refinery, allied }: Parts): string {
	const others = [
		...(size > 0 ? [`${size}-month stockpile`] : []),
		...(refinery === "none" ? [] : [STAGES[refinery]]),
	];
	const ally = others.length === 0 ? "allied refining" : "allied";
	const words = [...others, ...(allied ? [ally] : [])].join(" + ");
	return words === ""
		? "No hedge"
		: `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const filledTo = (fill: Stockpile, tonnes: number): Stockpile => ({
	...fill,
	tonnes: { kind: "fixed", value: tonnes },
});

function takenTo(
	refinery: RefiningInvestment,
	stage: Refinery,
): RefiningInvestment {
	const certified = stage !== "uncertified";
	const floor =
		stage === "certified with a floor" ? refinery.support.floor : null;
	return {
		...refinery,
		certified,
		offtake: certified ? refinery.offtake : null,
		support: { ...refinery.support, floor },
	};
}
