/** The tables of the description of the model, made from what the model itself declares. */

import { PRIORS, type PriorRow } from "../../calibration/priors/priors.ts";
import { RECORD_PRIORS } from "../../calibration/priors/record-priors.ts";
import {
	type MetricDefinition,
	SERIES,
	SUMMING_METRICS,
	WINDOW_METRICS,
} from "../../market/record/record.ts";
import { MECHANISMS, type Mechanism } from "../../market/simulator.ts";
import { STATE_FIELDS } from "../../market/world/state-fields.ts";
import type { Distribution } from "../../random/distribution.ts";
import { code, type Table } from "../../words/markdown.ts";

/** A distribution in words: medians with 5 and 95 % points, or bounds. */
export function distributionWords(known: Distribution): string {
	switch (known.kind) {
		case "fixed":
			return `fixed at ${known.value}`;
		case "uniform":
			return `uniform, ${known.low} to ${known.high}`;
		case "triangular":
			return `triangular, ${known.low} to ${known.high}, mode ${known.mode}`;
		default:
			return `${known.kind}, ${known.median} (${known.p5} to ${known.p95})`;
	}
}

/** Every parameter a replicate draws. */
export function parametersTable(
	priors: readonly PriorRow[],
	judged: readonly PriorRow[],
): Table {
	const paths = new Set(judged.map(({ path }) => path));
	return {
		head: [
			"parameter",
			"prior",
			"unit",
			"basis",
			"source",
			"meaning",
			"judged on 2018 to 2024",
		],
		rows: priors.map((row) => [
			code(row.path),
			distributionWords(row.distribution),
			row.unit,
			row.basis,
			row.source,
			row.meaning,
			paths.has(row.path) ? "yes" : "no",
		]),
	};
}

/** Every field of the state. */
function stateTable(): Table {
	return {
		head: ["part", "variable", "one value for each", "meaning and unit"],
		rows: STATE_FIELDS.map(({ part, name, owner, meaning }) => [
			part,
			code(name),
			owner,
			meaning,
		]),
	};
}

/** Every monthly series of the record. */
export function seriesTable(): Table {
	return {
		head: ["series", "unit", "meaning"],
		rows: SERIES.map(({ name, unit, label }) => [code(name), unit, label]),
	};
}

const WORSE = {
	"1": "more is worse",
	"0": "neither",
	"-1": "less is worse",
} as const;

/** Every metric of a replicate; those that sum or count exist for the first 24 months too. */
export function metricsTable(): Table {
	const summing: readonly string[] = SUMMING_METRICS;
	const metrics: readonly MetricDefinition[] = WINDOW_METRICS;
	return {
		head: ["metric", "unit", "meaning", "for the US", "may be null", "`_24m`"],
		rows: metrics.map(({ name, unit, label, worse, nullable }) => [
			code(name),
			unit,
			label,
			WORSE[`${worse}`],
			nullable ? "yes" : "no",
			summing.includes(name) ? "yes" : "no",
		]),
	};
}

/** Market without each mechanism, in words. */
const WITHOUT: Readonly<Record<Mechanism, string>> = {
	"grey-routes":
		"the ceiling of the grey route is nothing: Chinese metal leaves with papers or not at all",
	hoarding:
		"nobody builds precautionary cover; belief in the threat still forms",
	trend: "the price norm has no trend",
	contracts: "nothing is delivered under contract: all tonnes are spot",
	traders: "traders hold nothing and trade nothing",
	holders: "holders in China judge a price by their home norm alone",
	rerouting: "a barred importer has no cap: its supply is rebuilt at once",
	"concentrate-market":
		"no auction of ore: every pile is shared out over the plants of the world by what they ran in 2023, at 0.66 of the hub price of metal",
	alignment:
		"Islamabad neither withholds shipments nor directs ore, and does not move the odds of a project",
	"scarce-feed":
		"a plant short of feed bids for it and asks for its metal as any other",
	"news-persistence":
		"dated news fades at one pace, whatever becomes of the cut it tells of",
};

/** Mechanisms that `--without` can leave out of a batch. */
export function mechanismsTable(): Table {
	return {
		head: ["mechanism", "without it"],
		rows: MECHANISMS.map((name) => [code(name), WITHOUT[name]]),
	};
}

/** The tables of the description of the model, by the name of their place in it. */
export function oddTables(): Readonly<Record<string, Table>> {
	return {
		parameters: parametersTable(PRIORS, RECORD_PRIORS),
		state: stateTable(),
		series: seriesTable(),
		metrics: metricsTable(),
		mechanisms: mechanismsTable(),
	};
}
