import type { Basis, Good, Region, Segment } from "../calibration/row.ts";
import type { World } from "../calibration/world.ts";
import type { CalendarDay, Tick } from "../quantities.ts";
import type { Distribution } from "../random/distribution.ts";

/** A parameter of the model as a scenario leaves it: what may be drawn, and on whose word. */
export interface ParameterEntry {
	/** dotted path, e.g. `demand.elasticity.short` */
	readonly path: string;
	readonly distribution: Distribution;
	readonly unit: string;
	readonly basis: Basis;
	readonly source: string;
	/** true when the scenario's own `parameters:` set it; then it wins over screened draws */
	readonly overridden: boolean;
}

/** What the market hears on the day of a shock, beside the rule itself. */
export interface News {
	/**
	 * Kick to the price norm, in units of the parameter `beliefs.news-kick` (logs), by where it
	 * is heard: `outside` every region but China, `china` at home. Fades 25 % a month.
	 */
	readonly kick: { readonly outside: number; readonly china: number };
	/** strength 0 to 1 with which buyers start to build precautionary cover */
	readonly precaution: Distribution;
}

/** How one number of a shock is known, where it differs from the shock's own word. */
export interface FigureSource {
	readonly basis: Basis | null;
	readonly source: string | null;
}

interface ShockCommon {
	/** `^[a-z0-9][a-z0-9_-]{0,63}$`, unique in its scenario */
	readonly id: string;
	/** words for charts and stories; the file's `label`, else made from kind and id */
	readonly label: string;
	readonly source: string;
	readonly basis: Basis;
	/** day on which it becomes known; absent: known on `from` */
	readonly announce: CalendarDay | null;
	/** first day in force */
	readonly from: CalendarDay;
	/** first day no longer in force; null when open */
	readonly to: CalendarDay | null;
	/** chance that it happens at all, drawn once a replicate */
	readonly probability: Distribution;
	readonly news: News | null;
	/** basis and source of single numbers that have their own, by path in the shock, e.g. `capacity` */
	readonly figures?: Readonly<Record<string, FigureSource>>;
}

/** An export restriction: licences, a ban, or a quota kept by calendar quarter. */
export interface ExportRestriction extends ShockCommon {
	readonly kind: "export-restriction";
	readonly by: Region;
	readonly goods: readonly Good[];
	/** null: every destination */
	readonly destinations: readonly Region[] | null;
	readonly mode: "licence" | "ban" | "quota";
	/** share of applied tonnage granted; null: the regimes of the licence office decide */
	readonly approval: Distribution | null;
	/** months from application to licence; null: the model's parameter */
	readonly lag: Distribution | null;
	/** t Sb a year; quotas only */
	readonly quota: Distribution | null;
	readonly militaryOnly: boolean;
}

/** Suspends another shock, for some destinations or all, from `from` until `to`. */
export interface RestrictionSuspension extends ShockCommon {
	readonly kind: "restriction-suspension";
	/** id of the export restriction */
	readonly of: string;
	/** null: all that it names */
	readonly destinations: readonly Region[] | null;
}

/** A campaign against grey routes on day `from`: their capacity is cut by `strength`. */
export interface Enforcement extends ShockCommon {
	readonly kind: "enforcement";
	readonly by: Region;
	readonly strength: Distribution;
}

/** A refinery that may be decided, built, ramped up and certified. `announce` is known, `from` is the earliest decision. */
export interface RefiningInvestment extends ShockCommon {
	readonly kind: "refining-investment";
	readonly in: Region;
	/** t Sb a year */
	readonly capacity: Distribution;
	/** chance of a decision within `decisionWithin` months */
	readonly decisionProbability: Distribution;
	readonly decisionWithin: Distribution;
	readonly buildMonths: Distribution;
	/** factor on the building time */
	readonly slip: Distribution;
	readonly certified: boolean;
	readonly feed: "own" | "bought";
	/** region that takes the output under contract, null when it sells at the hub */
	readonly offtake: Region | null;
}

/** Output lost at named agents, or at all mines or refiners of a region. */
export interface Outage extends ShockCommon {
	readonly kind: "outage";
	/** agent ids; null when `region` is given */
	readonly agents: readonly string[] | null;
	readonly region: Region | null;
	readonly of: "mines" | "refiners";
	/** share of output lost, 0 to 1 */
	readonly share: Distribution;
}

/** A share of a region's ore may not leave it. */
export interface OreExportBan extends ShockCommon {
	readonly kind: "ore-export-ban";
	readonly by: Region;
	/** share of exports stopped, 0 to 1 */
	readonly share: Distribution;
}

/** Need of a use relative to its base; log-linear between its points, held after the last. */
export interface SegmentGrowth extends ShockCommon {
	readonly kind: "segment-growth";
	/** null: all uses */
	readonly segment: Segment | null;
	/** null: everywhere */
	readonly region: Region | null;
	/** `level` 1 is the base; ticks ascend */
	readonly path: readonly {
		readonly tick: Tick;
		readonly level: Distribution;
	}[];
}

/** Metal bought (or, negative, sold) by a state reserve, spread evenly over each span. */
export interface ReservePurchases extends ShockCommon {
	readonly kind: "reserve-purchases";
	readonly by: Region;
	readonly path: readonly {
		readonly from: CalendarDay;
		readonly to: CalendarDay;
		readonly tonnes: Distribution;
	}[];
}

/** A way out of a region beside the hub: an intermediary who buys before the auction and ships to one region. */
export interface RouteShock extends ShockCommon {
	readonly kind: "route";
	readonly origin: Region;
	readonly destination: Region;
	readonly good: Good;
	/** USD/t Sb */
	readonly cost: Distribution;
	/** t Sb a year */
	readonly capacity: Distribution;
	/** USD/t Sb paid by its sponsor above the regional price */
	readonly premium: Distribution;
}

/** An event that changes no rule but what people believe. */
export interface NewsShock extends ShockCommon {
	readonly kind: "news";
}

export type Shock =
	| ExportRestriction
	| RestrictionSuspension
	| Enforcement
	| RefiningInvestment
	| Outage
	| OreExportBan
	| SegmentGrowth
	| ReservePurchases
	| RouteShock
	| NewsShock;

/** First and last month recorded, both included. */
export interface Horizon {
	readonly from: Tick;
	readonly to: Tick;
}

declare const sound: unique symbol;

/** A scenario that has passed every check; only `scenario/sound.ts` grants it. */
export interface SoundScenario {
	readonly [sound]: true;
	/** file name without ending: `^[a-z0-9][a-z0-9_-]{0,63}$` */
	readonly name: string;
	readonly title: string;
	readonly question: string;
	/** first and last month recorded, both included */
	readonly horizon: Horizon;
	/** metrics count from here */
	readonly reference: Tick;
	/** every parameter of the model, in the order of `calibration/priors.ts` */
	readonly parameters: readonly ParameterEntry[];
	/** sorted by id */
	readonly shocks: readonly Shock[];
	readonly expect: readonly string[];
	readonly world: World;
}
