/** Words of an assimilation: months as they are taken in, rows, shifts, and the year ahead. */

import type { AssimilatedMonth } from "../../inference/assimilation/assimilate.ts";
import type { ForeseenRow } from "../../inference/assimilation/foresee.ts";
import type {
	MarketNow,
	ScenarioAdds,
} from "../../inference/assimilation/nowcast.ts";
import type { Shift } from "../../inference/assimilation/shifts.ts";
import { markdownTable } from "../../words/markdown.ts";
import { inWords, signedInWords } from "../../words/numbers.ts";
import type { Told } from "./told.ts";

/** Numbers told that the record moved most. */
const MOST_SHIFTS = 12;
const MARKET_NAMES = {
	rotterdam: "Rotterdam",
	china: "China, without VAT",
} as const;

/** `1 row`, `28 rows`. */
export const counted = (count: number, noun: string): string =>
	`${count} ${noun}${count === 1 ? "" : "s"}`;

const whole = (value: number): string => inWords(value, 0);
const share = (value: number): string => (100 * value).toFixed(0);

/** A month in one line, for those who wait. */
export function monthLine({
	month,
	rows,
	effective,
	ancestors,
	steps,
}: AssimilatedMonth): string {
	const places = rows.map(({ place }) => share(place)).join(", ");
	const renewed = steps === 0 ? "" : `, renewed ${counted(steps, "time")}`;
	const wild = rows.filter((row) => row.wild).map(wildWords);
	return [
		`${month}: rows at ${places} of 100; worth ${whole(effective)} particles of ${whole(ancestors)} ancestors${renewed}`,
		...wild.map((words) => `  ${words}`),
	].join("\n");
}

const periodOf = ({ row }: ForeseenRow): string =>
	row.from === row.to ? row.from : `${row.from}..${row.to}`;

/** Says of a row that nothing could be made of it. */
function wildWords(one: ForeseenRow): string {
	return `wild row: ${one.row.series} of ${periodOf(one)} is ${whole(one.row.value)}, where all other rows leave ${whole(one.after)}; it hardly counts`;
}

function rowsTable(months: readonly AssimilatedMonth[]): string {
	return markdownTable({
		head: [
			"month",
			"row",
			"record",
			"foreseen, 80 %",
			"median",
			"place",
			"after",
			"wild",
		],
		rows: months.flatMap(({ month, rows }) =>
			rows.map((one) => [
				month,
				`${one.row.series}${one.row.from === one.row.to ? "" : `, ${periodOf(one)}`}`,
				`${one.row.bound === null ? "" : `${one.row.bound} `}${whole(one.row.value)}`,
				`${whole(one.p10)} to ${whole(one.p90)}`,
				whole(one.p50),
				share(one.place),
				whole(one.after),
				one.wild ? "yes" : "",
			]),
		),
	});
}

const percent = (value: number | null): string =>
	value === null ? "" : `${share(value)} %`;

function monthsTable(months: readonly AssimilatedMonth[]): string {
	return markdownTable({
		head: [
			"month",
			"effective size",
			"ancestors",
			"renewals",
			"pasts accepted",
			"luck",
			"numbers",
			"later numbers",
		],
		rows: months.map(({ month, effective, ancestors, steps, accepted }) => [
			month,
			whole(effective),
			whole(ancestors),
			String(steps),
			percent(accepted?.past ?? null),
			percent(accepted?.luck ?? null),
			percent(accepted?.numbers ?? null),
			percent(accepted?.later ?? null),
		]),
	});
}

function shiftsTable(shifts: readonly Shift[]): string {
	return markdownTable({
		head: ["number", "mean before", "spread", "mean after", "spread"],
		rows: shifts
			.slice(0, MOST_SHIFTS)
			.map(({ name, before, after }) => [
				name,
				...[before.mean, before.spread, after.mean, after.spread].map((value) =>
					inWords(value, 2),
				),
			]),
	});
}

/** Prices now and ahead. */
export function marketsTable(markets: readonly MarketNow[]): string {
	return markdownTable({
		head: [
			"market",
			"month",
			"record",
			"median",
			"80 % of runs",
			"random walk, 80 %",
		],
		rows: markets.flatMap(({ market, month, record, now, ahead }) => [
			[
				MARKET_NAMES[market],
				month,
				record === null ? "" : whole(record),
				whole(now.p50),
				`${whole(now.p10)} to ${whole(now.p90)}`,
				"",
			],
			...ahead.map((one) => [
				"",
				`${one.month}, ${one.months} months on`,
				"",
				whole(one.p50),
				`${whole(one.p10)} to ${whole(one.p90)}`,
				`${whole(one.walk.p10)} to ${whole(one.walk.p90)}`,
			]),
		]),
	});
}

/** What each scenario adds, in dollars and in per cent. */
export function addsTable(adds: readonly ScenarioAdds[]): string {
	return markdownTable({
		head: ["scenario", "adds, USD/t", "95 %", "adds, %", "95 %"],
		rows: adds.map(({ title, usd, share: part }) => [
			title,
			signedInWords(usd.value, 0),
			`${signedInWords(usd.low, 0)} to ${signedInWords(usd.high, 0)}`,
			signedInWords(100 * part.value, 1),
			`${signedInWords(100 * part.low, 1)} to ${signedInWords(100 * part.high, 1)}`,
		]),
	});
}

/** The report of an assimilation, in Markdown. */
export function assimilationText(
	{
		ensemble,
		found,
		nowcast,
		size,
		command,
		ground,
		seconds,
		processorSeconds,
	}: Told,
	markets: readonly MarketNow[],
): string {
	const wild = found.months.flatMap(({ rows }) =>
		rows.filter((row) => row.wild),
	);
	return [
		`# Where the market is: ${ensemble.to}`,
		"",
		`\`${command}\`: ${counted(found.months.flatMap(({ rows }) => rows).length, "row")} laid on ${ground}, ${size.particles} particles, ${found.members.length} members (${found.histories} distinct histories, ${found.draws} distinct draws of the numbers), in ${seconds.toFixed(0)} s, ${processorSeconds.toFixed(0)} s of processor time.`,
		"",
		"## This month, and the year ahead if rules stay as they are now known",
		"",
		marketsTable(markets),
		"",
		`## What each scenario adds to Rotterdam's mean price of the next twelve months (${nowcast.replicates} pairs)`,
		"",
		addsTable(nowcast.adds),
		"",
		"A scenario whose change begins later, or is the record's own, adds nothing within the year.",
		"",
		"## Rows before they were used",
		"",
		"Place is that of the figure among the particles before it, 0 to 100, the error of its source spread over it: rows foreseen well lie anywhere, rows foreseen badly at the ends.",
		"",
		rowsTable(found.months),
		...(wild.length === 0 ? [] : ["", ...wild.map(wildWords)]),
		"",
		`Log evidence of all rows: ${inWords(found.evidence, 1)} (0 would be a model without error).`,
		"",
		"## Particles",
		"",
		monthsTable(found.months),
		"",
		"## What the record moved",
		"",
		"Normal scores of the priors: 0 is the median, 1 the 84 % point.",
		"",
		shiftsTable(found.shifts),
	].join("\n");
}
