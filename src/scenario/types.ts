import type { World } from "../calibration/agents/world.ts";
import type { Basis, Good, Region, Segment } from "../calibration/row.ts";
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
	/** true when the scenario's own `parameters:` set it; then it wins over kept draws */
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
	/** chance of a decision within `decisionWithin` months without support; null: net present value alone decides */
	readonly decisionProbability: Distribution | null;
	readonly decisionWithin: Distribution;
	readonly buildMonths: Distribution;
	/** factor on the building time */
	readonly slip: Distribution;
	/** true when a sponsor has it qualified for munitions */
	readonly certified: boolean;
	readonly feed: "own" | "bought";
	/** region that takes the output under contract at the index, null when it sells at the hub */
	readonly offtake: Region | null;
	readonly support: Support;
}

/** What a treasury lays beside a project; each null when absent. */
export interface Support {
	/** USD/t Sb below which the treasury pays the gap */
	readonly floor: Distribution | null;
	/** USD lent at the public rate */
	readonly loan: Distribution | null;
	/** USD given on the decision */
	readonly grant: Distribution | null;
}

/** A mine that may be decided, built and ramped up. */
export interface MineInvestment extends ShockCommon {
	readonly kind: "mine-investment";
	readonly in: Region;
	/** t Sb in concentrate a year */
	readonly capacity: Distribution;
	/** as for a refinery */
	readonly decisionProbability: Distribution | null;
	readonly decisionWithin: Distribution;
	readonly buildMonths: Distribution;
	readonly slip: Distribution;
	/** USD/t Sb in concentrate */
	readonly unitCost: Distribution;
	readonly support: Support;
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

/** A share of the value of imports, paid at the border. */
export interface Tariff extends ShockCommon {
	readonly kind: "tariff";
	readonly importer: Region;
	readonly goods: readonly Good[];
	/** share of value */
	readonly rate: Distribution;
	/** origins that pay nothing */
	readonly except: readonly Region[];
}

/** Whose metal the buyers of a region may take. */
export interface OriginRule extends ShockCommon {
	readonly kind: "origin-rule";
	readonly in: Region;
	readonly buyers: "defence" | "civil" | "all";
	readonly admit: "any" | "not-chinese" | "certified";
}

/** Need multiplied while it lasts, reached over a ramp. */
export interface DemandSurge extends ShockCommon {
	readonly kind: "demand-surge";
	/** null: everywhere */
	readonly region: Region | null;
	/** factors on defence and civil need */
	readonly defence: Distribution;
	readonly civil: Distribution;
	/** months to the full surge */
	readonly ramp: Distribution;
}

/** What a stockpile agency does while the rule holds. */
export interface Stockpile extends ShockCommon {
	readonly kind: "stockpile";
	readonly agency: Region;
	readonly mode: "fill" | "hold" | "release";
	/** stock aimed at, t Sb; null: as much as the budget buys */
	readonly tonnes: Distribution | null;
	/** USD a year; null: no limit */
	readonly budget: Distribution | null;
	/** USD/t Sb above which it does not buy; null: no limit */
	readonly limitPrice: Distribution | null;
	/** most bought or released, t Sb a month; null: no limit */
	readonly rate: Distribution | null;
	/** true when a release may be sold to anybody once rated buyers are served */
	readonly spot: boolean;
}

/** Share of what defence lacks that rated orders may take from civil ammunition. */
export interface RatedOrders extends ShockCommon {
	readonly kind: "rated-orders";
	readonly region: Region;
	readonly share: Distribution;
}

/** Sellers are paid the gap when their regional index falls below a floor. */
export interface PriceFloor extends ShockCommon {
	readonly kind: "price-floor";
	/** ids of refiners or of refining investments */
	readonly sellers: readonly string[];
	/** USD/t Sb */
	readonly floor: Distribution;
	/** t Sb a year of each seller that it covers; null: all */
	readonly tonnes: Distribution | null;
	/** months it lasts from its first day; null: until `to` */
	readonly term: Distribution | null;
}

/** Metal taken under contract, past the auction. */
export interface Offtake extends ShockCommon {
	readonly kind: "offtake";
	readonly buyer: Region;
	/** id of a refiner or of a refining investment */
	readonly seller: string;
	/** t Sb a year; null: all it makes */
	readonly tonnes: Distribution | null;
	/** USD/t Sb; null: the index */
	readonly price: Distribution | null;
	/** true when defence or an agency stands behind it, who has the plant qualified */
	readonly sponsored: boolean;
}

/** An exporter of the world, or a route of the scenario, that is shut in part or whole. */
export interface RouteClosure extends ShockCommon {
	readonly kind: "route-closure";
	/** id of the exporter or route */
	readonly of: string;
	/** share of its capacity that is shut */
	readonly share: Distribution;
}

/** Recycling added to a region, run when the price covers its cost. */
export interface Recycling extends ShockCommon {
	readonly kind: "recycling";
	readonly region: Region;
	/** t Sb a year */
	readonly capacity: Distribution;
	/** USD/t Sb */
	readonly cost: Distribution;
}

/** A programme to reformulate a use, whatever the price. */
export interface SubstitutionProgramme extends ShockCommon {
	readonly kind: "substitution-programme";
	readonly segment: Segment;
	/** null: everywhere */
	readonly region: Region | null;
	/** months until the first product changes */
	readonly lag: Distribution;
	/** share of need it can replace */
	readonly max: Distribution;
}

/** Forms of American engagement with Islamabad. */
export const ENGAGEMENTS = [
	"visit",
	"aid",
	"arms-sustainment",
	"finance",
] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];

/** An act of American engagement; its weight fades with a half-life of 24 months. */
export interface UsEngagement extends ShockCommon {
	readonly kind: "us-engagement";
	readonly form: Engagement;
	/** USD; null: no money */
	readonly value: Distribution | null;
}

/** China's hold on Islamabad, 0 to 1; linear between its points, held after the last. */
export interface ChineseLeverage extends ShockCommon {
	readonly kind: "chinese-leverage";
	readonly path: readonly {
		readonly tick: Tick;
		readonly level: Distribution;
	}[];
}

/** American sanctions on suppliers of Pakistan's missile programme; their weight fades with a half-life of 18 months. */
export interface ProliferationSanctions extends ShockCommon {
	readonly kind: "proliferation-sanctions";
	readonly weight: Distribution;
}

/** Shipments to the United States held back by a government. */
export interface Withholding extends ShockCommon {
	readonly kind: "withholding";
	readonly by: Region;
	/** share of shipments held back */
	readonly share: Distribution;
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
	| MineInvestment
	| Tariff
	| OriginRule
	| DemandSurge
	| Stockpile
	| RatedOrders
	| PriceFloor
	| Offtake
	| RouteClosure
	| Recycling
	| SubstitutionProgramme
	| UsEngagement
	| ChineseLeverage
	| ProliferationSanctions
	| Withholding
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
