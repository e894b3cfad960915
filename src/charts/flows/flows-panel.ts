/** Panel of one importer's purchases: quarterly areas stacked by exporter. */

import { REGIONS, type Region } from "../../calibration/row.ts";
import { inWords, plotted } from "../../words/numbers.ts";
import type { Route } from "../chart.ts";
import { pushApart } from "../frame/labels.ts";
import { type Layer, wordLayers } from "../frame/layers.ts";
import { SHOWN_REGIONS } from "../frame/region-hues.ts";
import { INK, SIZE } from "../frame/theme.ts";
import { type FanAxes, timeAxis, valueAxis } from "../frame/time-axis.ts";

/** Months that are drawn as one: single months of a hub are too restless to be read. */
export interface Quarter {
	/** `YYYY-Qn` */
	readonly name: string;
	/** the middle of those of its months that are kept, ISO */
	readonly middle: string;
	/** places of its months among all months */
	readonly months: readonly number[];
}

/** One quarter of one exporter's band: its tonnes a month, and where they lie in the stack. */
export interface FlowRow {
	readonly quarter: string;
	readonly middle: string;
	readonly tonnes: number;
	readonly low: number;
	readonly high: number;
}

/** Sales of one exporter to an importer over the window. */
export interface FlowBand {
	readonly from: Region;
	readonly rows: readonly FlowRow[];
	/** of all that the importer bought abroad, 0 to 1 */
	readonly share: number;
}

/** Purchases of one region abroad, exporter upon exporter. */
export interface FlowStack {
	readonly to: Region;
	readonly bands: readonly FlowBand[];
	/** t Sb over the window */
	readonly total: number;
}

/** Exporters with less than this share of a panel are drawn without a name. */
const NAMED = 0.02;
const APART = 14;
const GAP = 6;

const sum = (values: readonly number[]) =>
	values.reduce((all, value) => all + value, 0);

/**
 * The quarters of the months of a window, in order; the first and last may be cut short by it.
 *
 * @param months `YYYY-MM`, ascending
 */
export function quartersOf(
	months: readonly string[],
	[from, to]: readonly [string, string],
): readonly Quarter[] {
	const quarters = new Map<string, number[]>();
	months.forEach((month, i) => {
		if (month < from || month > to) return;
		const [year = "", number = ""] = month.split("-");
		const name = `${year}-Q${Math.ceil(Number(number) / 3)}`;
		const known = quarters.get(name);
		if (known) known.push(i);
		else quarters.set(name, [i]);
	});
	return [...quarters].map(([name, places]) => ({
		name,
		middle: `${months[places[Math.floor(places.length / 2)]!]}-15`,
		months: places,
	}));
}

/** An importer's routes in the order of regions, each on top of the one before. */
export function flowStack(
	to: Region,
	quarters: readonly Quarter[],
	routes: readonly Route[],
): FlowStack {
	const height = quarters.map(() => 0);
	const stacked = REGIONS.filter((from) => from !== to).map((from) => {
		const sold = soldOn(routes, from, to, quarters);
		const rows = quarters.map(({ name, middle, months }, i) => {
			const low = height[i]!;
			const tonnes = sold[i]! / months.length;
			height[i] = low + tonnes;
			return {
				quarter: name,
				middle,
				tonnes: plotted(tonnes),
				low: plotted(low),
				high: plotted(height[i]!),
			};
		});
		return { from, rows, sold: sum(sold) };
	});
	const total = sum(stacked.map(({ sold }) => sold));
	const bands = stacked.flatMap(({ from, rows, sold }) =>
		sold > 0 ? [{ from, rows, share: sold / total }] : [],
	);
	return { to, bands, total };
}

/** Sales on a route in each quarter, t Sb; zero where the route does not exist. */
function soldOn(
	routes: readonly Route[],
	from: Region,
	to: Region,
	quarters: readonly Quarter[],
): readonly number[] {
	const route = routes.find((each) => each.from === from && each.to === to);
	return quarters.map(({ months }) =>
		sum(months.map((month) => route?.tonnes[month] ?? 0)),
	);
}

/** Areas of a stack with the names of its exporters at the right. */
export function flowLayers(
	stack: FlowStack,
	axes: FanAxes,
	labelled: boolean,
): readonly Layer[] {
	return [
		...stack.bands.map(({ from, rows }): Layer => {
			const { hue } = SHOWN_REGIONS[from];
			return {
				data: { values: [...rows] },
				mark: {
					type: "area",
					color: hue.fill,
					opacity: 0.85,
					clip: true,
				},
				encoding: {
					x: timeAxis("middle", axes),
					y: valueAxis("low", axes, labelled),
					y2: { field: "high" },
				},
			};
		}),
		...bandNames(stack, axes),
	];
}

function bandNames(
	{ bands }: FlowStack,
	{ width, height, top }: FanAxes,
): readonly Layer[] {
	const named = bands.filter(({ share }) => share >= NAMED);
	const wanted = named.map(({ rows }) => {
		const last = rows.at(-1);
		const middle = ((last?.low ?? 0) + (last?.high ?? 0)) / 2;
		return height * (1 - middle / top);
	});
	const places = pushApart(wanted, APART, 0, height);
	return named.flatMap(({ from, share }, i) =>
		wordLayers({
			text: bandName(from, share),
			x: width + GAP,
			y: places[i]!,
			color: SHOWN_REGIONS[from].hue.text,
			size: SIZE.small,
			bold: true,
		}),
	);
}

function percentWords(share: number): string {
	const percent = 100 * share;
	return percent < 1 ? "<1%" : `${inWords(percent, 0)}%`;
}

/** `S and SE Asia 54%`. */
export function bandName(from: Region, share: number): string {
	return `${SHOWN_REGIONS[from].name} ${percentWords(share)}`;
}

/** `54% from S and SE Asia`. */
export function shareFrom(from: Region, share: number): string {
	return `${percentWords(share)} from ${SHOWN_REGIONS[from].name}`;
}

/** The name of a panel and what its region bought. */
export function panelName(
	{ to, total }: FlowStack,
	months: number,
	above: number,
): readonly Layer[] {
	const mean = inWords(total / months, 0);
	return wordLayers({
		text: `${SHOWN_REGIONS[to].name}: ${mean} t a month`,
		x: 0,
		y: -above,
		color: INK.title,
		size: SIZE.panel,
		bold: true,
	});
}
