/** The record of 2018 to 2024 in logs, with the error allowed in each row. */

import type { DatedFact, LimitFact } from "../../calibration/fact.ts";
import { DATED_FACTS, LIMIT_FACTS } from "../../calibration/facts.ts";
import { log } from "../../math.ts";
import { RECORD_FACT_IDS } from "../facts/record-facts.ts";
import type { Target } from "./target.ts";

/**
 * Standard deviation, in logs, by which the model may miss a figure: the spread of sources,
 * and what one price a month cannot show.
 * Basis: assumed.
 */
const DISCREPANCY = 0.1;
/** Discrepancy of Chinese export tonnages under licence, which a single permit can swing. */
const LICENSED_DISCREPANCY = 0.5;
const LICENSED = /^exports-2024-1[0-2]$/;

/** A scored fact of the record, in logs. */
interface ScoredRow {
	readonly id: string;
	/** place of the fact in `measureRecord` */
	readonly at: number;
	readonly logRecord: number;
	/** standard deviation of the error allowed to model and sources, in logs */
	readonly discrepancy: number;
	/** what the model's value is held by: its logarithm, or how far that lies outside the bounds */
	readonly score: (value: number) => number;
}

const logOf = (value: number): number => log(Math.max(value, 1e-9));

function placeOf(id: string): number {
	const at = RECORD_FACT_IDS.indexOf(id);
	if (at < 0) throw new RangeError(`nothing measures the fact ${id}`);
	return at;
}

function figureRow(fact: DatedFact): ScoredRow {
	const range =
		fact.low === undefined || fact.high === undefined
			? 0
			: log(fact.high / fact.low) / 2;
	const own = LICENSED.test(fact.id) ? LICENSED_DISCREPANCY : DISCREPANCY;
	return {
		id: fact.id,
		at: placeOf(fact.id),
		logRecord: log(fact.record),
		discrepancy: Math.sqrt(own * own + range * range),
		score: logOf,
	};
}

/** A row of bounds: it scores nothing inside them, and the distance beyond them outside. */
function limitRow({ id, low, high, edge }: LimitFact): ScoredRow {
	const floor = low === undefined ? Number.NEGATIVE_INFINITY : log(low);
	const ceiling = high === undefined ? Number.POSITIVE_INFINITY : log(high);
	return {
		id,
		at: placeOf(id),
		logRecord: 0,
		discrepancy: edge,
		score: (value) => {
			const found = logOf(value);
			return found - Math.min(ceiling, Math.max(floor, found));
		},
	};
}

/** Scored facts of 2018 to 2024: figures, then bounds. */
const SCORED_ROWS: readonly ScoredRow[] = [
	...DATED_FACTS.filter((fact) => fact.scored).map(figureRow),
	...LIMIT_FACTS.map(limitRow),
];

/** The record of 2018 to 2024 as the target of a calibration. */
export const RECORD_TARGET: Target = {
	record: Float64Array.from(SCORED_ROWS, (row) => row.logRecord),
	discrepancies: Float64Array.from(SCORED_ROWS, (row) => row.discrepancy),
};

/** Scores one replicate by its measured facts: logs of figures, distances from bounds. */
export function scoredLogs(facts: Float64Array): Float64Array {
	return Float64Array.from(SCORED_ROWS, (row) =>
		row.score(facts[row.at] as number),
	);
}
