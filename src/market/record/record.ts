/** Names and units of every monthly series and metric that a replicate leaves behind. */

/** A monthly series of the record. */
export interface SeriesDefinition {
	readonly name: string;
	readonly unit: string;
	/** words for an axis or a table */
	readonly label: string;
}

/** Monthly series, in the order of every record. */
export const SERIES = [
	{
		name: "price_rotterdam_usd_t",
		unit: "USD/t",
		label: "Antimony price, Rotterdam",
	},
	{
		name: "price_china_usd_t",
		unit: "USD/t",
		label: "Antimony price, China without VAT",
	},
	{
		name: "price_us_usd_t",
		unit: "USD/t",
		label: "Antimony price, United States",
	},
	{
		name: "price_concentrate_usd_t",
		unit: "USD/t Sb",
		label: "Price of antimony in concentrate",
	},
	{
		name: "price_ratio",
		unit: "1",
		label: "Rotterdam price over Chinese price",
	},
	{ name: "mined_world_t", unit: "t Sb", label: "World mine output" },
	{ name: "mined_china_t", unit: "t Sb", label: "Chinese mine output" },
	{ name: "refined_china_t", unit: "t Sb", label: "Chinese refined output" },
	{
		name: "china_exports_licensed_t",
		unit: "t Sb",
		label: "Chinese exports, declared",
	},
	{
		name: "china_exports_grey_t",
		unit: "t Sb",
		label: "Chinese exports, grey routes",
	},
	{
		name: "china_exports_total_t",
		unit: "t Sb",
		label: "Chinese exports, all",
	},
	{
		name: "china_concentrate_imports_t",
		unit: "t Sb",
		label: "Chinese concentrate imports",
	},
	{
		name: "us_imports_t",
		unit: "t Sb",
		label: "US arrivals of refined antimony",
	},
	{ name: "us_use_t", unit: "t Sb", label: "US use" },
	{ name: "us_stock_t", unit: "t Sb", label: "US stocks of users and traders" },
	{ name: "us_stockpile_t", unit: "t Sb", label: "US government stockpile" },
	{ name: "us_unmet_t", unit: "t Sb", label: "US use unmet at the price paid" },
	{ name: "defence_need_us_t", unit: "t Sb", label: "US defence need" },
	{ name: "defence_unmet_us_t", unit: "t Sb", label: "US defence need unmet" },
	{
		name: "pakistan_mined_t",
		unit: "t Sb",
		label: "Ore mined in or through Pakistan",
	},
	{
		name: "pakistan_refined_t",
		unit: "t Sb",
		label: "Pakistani refined output",
	},
	{
		name: "pakistan_to_us_t",
		unit: "t Sb",
		label: "Antimony of Pakistani origin delivered to the US",
	},
	{ name: "civil_use_world_t", unit: "t Sb", label: "World civil use" },
	{ name: "stock_world_t", unit: "t Sb", label: "World refined stocks" },
] as const satisfies readonly SeriesDefinition[];

export type SeriesName = (typeof SERIES)[number]["name"];

/** A metric of one replicate. */
export interface MetricDefinition {
	readonly name: string;
	readonly unit: string;
	readonly label: string;
	/** null when there is nothing to report, e.g. a date that never came */
	readonly nullable: boolean;
	/** direction that is bad for the United States: +1 more is worse, -1 less is worse, 0 neither */
	readonly worse: 1 | 0 | -1;
}

const metric = <Name extends string>(
	name: Name,
	unit: string,
	label: string,
	worse: 1 | 0 | -1,
	nullable = false,
) => ({ name, unit, label, nullable, worse });

/** Metrics over the window from the reference month to the end of the horizon. */
export const WINDOW_METRICS = [
	metric("mean_price_12m_usd_t", "USD/t", "Mean price over 12 months", 1),
	metric("log_peak_price", "ln(USD/t)", "Logarithm of the peak price", 1),
	metric("peak_price_usd_t", "USD/t", "Peak monthly price", 1),
	metric("months_above_2x", "months", "Months above twice the normal price", 1),
	metric("max_price_ratio", "1", "Largest ratio of Rotterdam to China", 1),
	metric(
		"months_ratio_above_1_5",
		"months",
		"Months with Rotterdam above 1.5 times China",
		1,
	),
	metric("us_unmet_t", "t Sb", "US use unmet at the price paid", 1),
	metric(
		"us_shortage_months",
		"months",
		"Months of US shortage above 5 % of need",
		1,
	),
	metric("defence_unmet_t", "t Sb", "US defence need unmet when due", 1),
	metric(
		"defence_unmet_share",
		"1",
		"Share of US defence need unmet when due",
		1,
	),
	metric(
		"defence_unmet_certified_t",
		"t Sb",
		"US defence need unmet: no qualified source",
		1,
	),
	metric(
		"defence_unmet_budget_t",
		"t Sb",
		"US defence need unmet: price above the limit",
		1,
	),
	metric(
		"defence_unmet_physical_t",
		"t Sb",
		"US defence need unmet: no metal",
		1,
	),
	metric(
		"worst_12m_defence_share",
		"1",
		"Worst rolling year: share of US defence need unmet",
		1,
	),
	metric(
		"us_user_cost_usd",
		"USD",
		"Extra cost to US users above the normal price",
		1,
	),
	metric("fiscal_cost_usd", "USD", "Cost to the US government", 1),
	metric("grey_share", "1", "Share of Chinese exports on grey routes", 0, true),
	metric(
		"pakistan_share_us_defence_2030",
		"1",
		"Pakistani share of US defence need in 2030",
		-1,
		true,
	),
	metric(
		"pakistan_share_us_use_2030",
		"1",
		"Pakistani share of US use in 2030",
		-1,
		true,
	),
	metric(
		"pakistan_months_to_10pct_defence",
		"months",
		"Months until Pakistan covers a tenth of US defence need",
		1,
		true,
	),
	metric(
		"pakistan_months_to_10pct_use",
		"months",
		"Months until Pakistan covers a tenth of US use",
		1,
		true,
	),
	metric(
		"refinery_utilisation",
		"1",
		"Use of the Pakistani refinery",
		-1,
		true,
	),
	metric(
		"demand_destroyed_t",
		"t Sb",
		"World civil use driven out by price",
		1,
	),
	metric(
		"recovery_months",
		"months",
		"Months from the peak to recovery",
		1,
		true,
	),
	metric("hhi_us_supply", "1", "Concentration of US supply by origin", 1, true),
	metric("china_share_us_supply", "1", "Chinese share of US supply", 1, true),
] as const satisfies readonly MetricDefinition[];

/** Metrics that sum or count, which also exist for the first 24 months alone. */
export const SUMMING_METRICS = [
	"months_above_2x",
	"months_ratio_above_1_5",
	"us_unmet_t",
	"us_shortage_months",
	"defence_unmet_t",
	"defence_unmet_certified_t",
	"defence_unmet_budget_t",
	"defence_unmet_physical_t",
	"us_user_cost_usd",
	"fiscal_cost_usd",
	"demand_destroyed_t",
] as const satisfies readonly (typeof WINDOW_METRICS)[number]["name"][];

/** All metrics, in the order of every record: the window's, then the first 24 months'. */
export const METRICS: readonly MetricDefinition[] = [
	...WINDOW_METRICS,
	...SUMMING_METRICS.map((name) => {
		const whole = WINDOW_METRICS.find(
			(candidate) => candidate.name === name,
		) as MetricDefinition;
		return {
			...whole,
			name: `${name}_24m`,
			label: `${whole.label}, first 24 months`,
		};
	}),
];

export type MetricName =
	| (typeof WINDOW_METRICS)[number]["name"]
	| `${(typeof SUMMING_METRICS)[number]}_24m`;

/** The metrics of closing tables and reports, in this order. */
export const HEADLINE_METRICS = [
	"mean_price_12m_usd_t",
	"months_above_2x",
	"us_unmet_t",
	"defence_unmet_share",
	"us_user_cost_usd",
	"fiscal_cost_usd",
	"pakistan_months_to_10pct_defence",
	"pakistan_months_to_10pct_use",
] as const satisfies readonly MetricName[];

/**
 * Record of one replicate of one scenario. The arrays are the simulator's own and are
 * overwritten by its next replicate: copy what must last.
 */
export interface ReplicateRecord {
	/** index into the scenarios the simulator was given */
	readonly scenario: number;
	readonly replicate: number;
	/** null when sound; else the broken invariant, and the means to repeat it */
	readonly failure: string | null;
	/** every parameter, in the order of `calibration/priors.ts` */
	readonly parameters: Float64Array;
	/** in the order of METRICS; NaN where there is nothing to report */
	readonly metrics: Float64Array;
	/** series by month of the horizon: index = series × months + month */
	readonly series: Float64Array;
}
