/** Rows of a record that contradict each other. */

import { log } from "../../math.ts";
import type { Complain, ReadRow } from "./read-row.ts";
import { RECORD_SERIES } from "./record-series.ts";

/** Standard deviations by which two figures of one thing may differ. */
const APART = 4;
/** Part of a figure by which the model and every source may be off, beside what the row says. */
const ALLOWED = 0.1;

const overlap = (a: ReadRow, b: ReadRow): boolean =>
	a.from === b.from && a.to === b.to && a.bound === null && b.bound === null;

/** How far two figures lie apart, in standard deviations of what may separate them. */
function apart(a: ReadRow, b: ReadRow): number {
	const { least } = RECORD_SERIES[a.series];
	const at = ({ value }: ReadRow): number => log(Math.max(least, value));
	return (
		(at(a) - at(b)) / Math.sqrt(a.sd * a.sd + b.sd * b.sd + ALLOWED * ALLOWED)
	);
}

/** Says of a row that contradicts an earlier one what it contradicts; null of one that does not. */
function contradiction(
	row: ReadRow,
	earlier: readonly ReadRow[],
): string | null {
	for (const other of earlier) {
		if (!overlap(row, other)) continue;
		if (row.series === other.series && Math.abs(apart(row, other)) > APART)
			return `contradicts line ${other.line}, which gives ${other.value.toPrecision(4)} for the same months`;
		const [licensed, total] =
			row.series === "china_exports_licensed_t" ? [row, other] : [other, row];
		if (
			licensed.series === "china_exports_licensed_t" &&
			total.series === "china_exports_total_t" &&
			apart({ ...licensed, series: total.series }, total) > APART
		)
			return `contradicts line ${other.line}: exports under licence cannot exceed all exports`;
	}
	return null;
}

/** Complains of every row that contradicts one above it. */
export function refuseContradictions(
	rows: readonly { readonly row: ReadRow; readonly complain: Complain }[],
): void {
	rows.forEach(({ row, complain }, i) => {
		const fault = contradiction(
			row,
			rows.slice(0, i).map((one) => one.row),
		);
		if (fault !== null)
			complain("value", fault, "keep the better source, or widen sd");
	});
}
